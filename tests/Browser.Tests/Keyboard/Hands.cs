namespace CollectiveImpact.Browser.Tests.Keyboard;

/// <summary>Somebody who has a keyboard and no mouse, and has to see at each stop where they are.</summary>
internal sealed class Hands(IPage page)
{
    /// <summary>More stops than any page has: one that is not reached by then is reached by nobody.</summary>
    private const int MostStops = 150;

    /// <summary>Leaves out what stands on every page.</summary>
    public async Task SkipToContentAsync()
    {
        await page.Keyboard.PressAsync("Tab");
        await LookAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main")).ToBeFocusedAsync();
    }

    /// <summary>Goes on from stop to stop until one is reached.</summary>
    public async Task GoToAsync(ILocator stop, string key = "Tab")
    {
        await Assertions.Expect(stop).ToBeVisibleAsync();
        for (var stops = 0; stops < MostStops; stops++)
        {
            if (await stop.EvaluateAsync<bool>("each => each === document.activeElement"))
                return;
            await page.Keyboard.PressAsync(key);
            await LookAsync();
        }
        Assert.Fail($"{stop} is not reached by {key}.");
    }

    /// <summary>Goes back a stop.</summary>
    public async Task GoBackToAsync(ILocator stop) => await GoToAsync(stop, "Shift+Tab");

    public async Task PressAsync(ILocator stop, string key)
    {
        await GoToAsync(stop);
        await page.Keyboard.PressAsync(key);
    }

    public async Task TypeAsync(ILocator field, string text)
    {
        await GoToAsync(field);
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Chooses one of a list by its arrow keys.</summary>
    public async Task ChooseAsync(ILocator list, string value)
    {
        await GoToAsync(list);
        var choices = await list.Locator("option").CountAsync();
        for (var pressed = 0; pressed < choices && await list.InputValueAsync() != value; pressed++)
            await page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal(value, await list.InputValueAsync());
    }

    /// <summary>Where the keyboard is has an outline, and stands where it can be seen.</summary>
    private async Task LookAsync()
    {
        var unseen = await page.EvaluateAsync<string>(
            """
            () => {
                const here = document.activeElement;
                if (here === document.body)
                    return "";
                const style = getComputedStyle(here), box = here.getBoundingClientRect();
                const hasOutline = style.outlineStyle === "auto" || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2);
                const isInView = box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
                return hasOutline && isInView ? "" : here.outerHTML;
            }
            """);
        Assert.Equal("", unseen);
    }
}
