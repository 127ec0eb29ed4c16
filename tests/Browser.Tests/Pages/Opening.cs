using CollectiveImpact.Browser.Tests.Stage;

namespace CollectiveImpact.Browser.Tests.Pages;

/// <summary>Opens pages for those who look at them.</summary>
internal static class Opening
{
    public static async Task<IBrowserContext> OpenAsync(
        this NestStage stage, Tongue tongue, Reader reader, Screen screen = Screen.Laptop, ColorScheme scheme = ColorScheme.Light) =>
        await stage.OpenAsync(
            tongue,
            reader switch
            {
                Reader.Administrator => await stage.Cast.AdministratorAsync(),
                Reader.Staff => await stage.Cast.StaffAsync("north.harbour"),
                Reader.Partner => await stage.Cast.PartnerAsync(),
                _ => null,
            },
            screen,
            scheme);

    /// <summary>Goes to a page, which answers as it should.</summary>
    public static async Task ShowAsync(this IPage page, NestStage stage, Tongue tongue, Place place)
    {
        var path = place.Path.Contains(Places.Invitation) ? place.Path.Replace(Places.Invitation, await stage.Cast.OpenInvitationAsync()) : place.Path;
        var answer = await page.GotoAsync($"/{tongue.Path}{path}");
        Assert.Equal((int)place.Status, answer!.Status);
    }

    /// <summary>On the smallest phone, with all that is folded away opened.</summary>
    public static async Task MakeNarrowAsync(this IPage page)
    {
        await page.SetViewportSizeAsync(320, 640);
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(each => each.open = true)");
    }

    /// <summary>What stands beyond the edge of a page that was made narrow.</summary>
    public static async Task<IReadOnlyList<string>> FindWideAsync(this IPage page) =>
        await page.EvaluateAsync<string[]>(
            """
            () => {
                const width = document.documentElement.scrollWidth;
                const beyond = [...document.querySelectorAll("body *")].filter(each => each.getBoundingClientRect().right > 320 && !each.closest(".frame"));
                return width <= 320 ? [] : [`${width} pixels`, ...beyond.slice(0, 5).map(each => each.outerHTML.slice(0, 200))];
            }
            """);
}
