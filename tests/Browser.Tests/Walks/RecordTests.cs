using CollectiveImpact.Browser.Tests.Pages;
using CollectiveImpact.Browser.Tests.Stage;

namespace CollectiveImpact.Browser.Tests.Walks;

[Collection(OneStage.Name)]
public sealed class RecordTests(NestStage stage)
{
    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task A_gift_in_kind_is_written_down_in_both_languages_changed_and_taken_out(string language)
    {
        var (tongue, page) = await OpenAsync(language, "resources");
        var what = tongue.Say("A hall on Fridays", "Une salle le vendredi");
        await page.GetByRole(AriaRole.Link, new() { Name = tongue.Say("Add a gift in kind", "Ajouter un don en nature") }).ClickAsync();
        await page.GetByLabel(tongue.Say("From which source", "De quelle source")).SelectOptionAsync("port-trust");
        await page.GetByLabel(tongue.Say("What", "Quoi"), new() { Exact = true }).FillAsync(what);
        await page.Locator("summary").Filter(new() { HasText = tongue.Say("What in French", "Quoi, en anglais") }).ClickAsync();
        await page.GetByLabel(tongue.Say("What in French", "Quoi, en anglais")).FillAsync(tongue.Say("Une salle", "A hall"));
        await page.GetByLabel(tongue.Say("Hours of work", "Heures de travail")).FillAsync(tongue.Say("12.5", "12,5"));
        await SaveAsync(page, tongue);
        await Assertions.Expect(page.Locator("li").Filter(new() { HasText = what })).ToContainTextAsync(tongue.Say("12.5 hours", "12,5 heures"));

        await page.GetByRole(AriaRole.Link, new() { Name = what }).ClickAsync();
        Assert.Empty(await page.FindFaultsAsync());
        await page.GetByLabel(tongue.Say("Hours of work", "Heures de travail")).FillAsync("13");
        await SaveAsync(page, tongue);
        await Assertions.Expect(page.Locator("li").Filter(new() { HasText = what })).ToContainTextAsync(tongue.Say("13 hours", "13 heures"));

        await page.GetByRole(AriaRole.Link, new() { Name = what }).ClickAsync();
        await page.Locator("summary").Filter(new() { HasText = tongue.Say("Take it out", "Retirer") }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = tongue.Say("Take it out", "Retirer") }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText(what)).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task An_endorsement_is_asked_for_a_name_and_then_shown(string language)
    {
        var (tongue, page) = await OpenAsync(language, "public-will");
        await page.GetByRole(AriaRole.Link, new() { Name = tongue.Say("Add an endorsement", "Ajouter un appui public") }).ClickAsync();
        var words = tongue.Say("Our night crews need it.", "Nos équipes de nuit en ont besoin.");
        await page.GetByLabel(tongue.Say("What they say (optional)", "Ce qu’ils en disent (facultatif)")).FillAsync(words);
        await page.GetByLabel(tongue.Say("Sector", "Secteur")).SelectOptionAsync("Business");
        await page.GetByRole(AriaRole.Button, new() { Name = tongue.Say("Save", "Enregistrer") }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(tongue.Say("Choose a partner, or give a name", "Choisissez un partenaire, ou donnez un nom"));
        Assert.Empty(await page.FindFaultsAsync());

        var who = tongue.Say("Dock Works", "Les Docks");
        await page.GetByLabel(tongue.Say("Name, of who is no partner (optional)", "Nom, pour qui n’est pas partenaire (facultatif)")).FillAsync(who);
        await SaveAsync(page, tongue);
        await Assertions.Expect(page.Locator("li").Filter(new() { HasText = who })).ToContainTextAsync(words);
    }

    private async Task<(Tongue Tongue, IPage Page)> OpenAsync(string language, string side)
    {
        var tongue = new Tongue(language);
        var context = await stage.OpenAsync(tongue, await stage.Cast.AdministratorAsync());
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/{language}/initiatives/north.harbour/{side}");
        return (tongue, page);
    }

    private static async Task SaveAsync(IPage page, Tongue tongue)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = tongue.Say("Save", "Enregistrer") }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(tongue.Say("Saved", "Enregistré"));
    }
}
