using CollectiveImpact.Browser.Tests.Pages;
using CollectiveImpact.Browser.Tests.Stage;

namespace CollectiveImpact.Browser.Tests.Walks;

[Collection(OneStage.Name)]
public sealed class HandOverTests(NestStage stage)
{
    [Theory]
    [InlineData("en", "build-public-will", "Build public will")]
    [InlineData("fr", "mobilize-resources", "Mobiliser les ressources")]
    public async Task A_local_hands_a_function_to_its_province_which_accepts_and_both_see_the_new_holder(string language, string function, string name)
    {
        var tongue = new Tongue(language);
        var address = $"/{language}/initiatives/north.harbour/functions/{function}";
        await using var local = await stage.OpenAsync(tongue, await stage.Cast.StaffAsync("north.harbour"));
        var holder = await local.NewPageAsync();
        await holder.GotoAsync($"/{language}/initiatives/north.harbour");
        var listed = holder.GetByRole(AriaRole.Listitem).Filter(new() { Has = holder.GetByRole(AriaRole.Heading, new() { Name = name }) });
        await listed.GetByRole(AriaRole.Link, new() { Name = tongue.Say("Change who holds it", "Changer qui l’exerce") }).ClickAsync();
        await OfferAsync(holder, tongue, "north.east", tongue.Say("It does it better", "Elle le fait mieux"));

        await using var province = await stage.OpenAsync(tongue, await stage.Cast.StaffAsync("north.east"));
        var asked = await province.NewPageAsync();
        await asked.GotoAsync(address);
        var accept = asked.GetByRole(AriaRole.Button, new() { Name = tongue.Say("Accept for Eastshore", "Accepter pour Rive-Est") });
        await asked.ReloadUntilAsync(accept);
        Assert.Empty(await asked.FindFaultsAsync());
        await accept.ClickAsync();
        await Assertions.Expect(asked.GetByRole(AriaRole.Status)).ToBeVisibleAsync();

        foreach (var page in new[] { holder, asked })
        {
            await page.GotoAsync($"/{language}/initiatives/north.harbour");
            var held = page.GetByRole(AriaRole.Listitem).Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = name }) });
            await page.ReloadUntilAsync(held.Locator(".holders").GetByRole(AriaRole.Link, new() { Name = tongue.Say("Eastshore", "Rive-Est") }));
            await Assertions.Expect(held.GetByText(tongue.Say("It does it better", "Elle le fait mieux"))).ToBeVisibleAsync();
        }
    }

    /// <summary>On the page of a function: its holder offers it to another.</summary>
    internal static async Task OfferAsync(IPage page, Tongue tongue, string to, string why)
    {
        await page.GetByLabel(tongue.Say("To", "À"), new() { Exact = true }).SelectOptionAsync(to);
        await page.GetByLabel(tongue.Say("Why", "Pourquoi")).FillAsync(why);
        await page.GetByRole(AriaRole.Button, new() { Name = tongue.Say("Hand it over", "La transmettre") }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
    }
}
