using CollectiveImpact.Browser.Tests.Pages;
using CollectiveImpact.Browser.Tests.Stage;

namespace CollectiveImpact.Browser.Tests.Walks;

[Collection(OneStage.Name)]
public sealed class AgendaTests(NestStage stage)
{
    // Each language at an initiative of its own: a version is put forward once.
    [Theory]
    [InlineData("en", "north.harbour", "quay-nursery", "school-board")]
    [InlineData("fr", "north.mill", "mill-library", "grandparents")]
    public async Task An_agenda_is_drafted_put_forward_and_in_force_once_its_partners_have_ratified_it_one_clause_adapted(
        string language, string initiative, string partner, string other)
    {
        var tongue = new Tongue(language);
        await using var staff = await stage.OpenAsync(tongue, await stage.Cast.StaffAsync(initiative));
        var page = await staff.NewPageAsync();
        await page.GotoAsync($"/{language}/initiatives/{initiative}/agenda");
        await page.GetByRole(AriaRole.Link, new() { Name = tongue.Say("Draft the agenda", "Rédiger le programme") }).ClickAsync();
        var clause = page.GetByRole(AriaRole.Group, new() { Name = tongue.Say("Another clause", "Une autre clause") }).First;
        await clause.GetByLabel(tongue.Say("Number", "Numéro")).FillAsync("7");
        await clause.GetByLabel(tongue.Say("Text in English", "Texte en anglais")).FillAsync("Somebody answers the telephone at night.");
        await clause.GetByLabel(tongue.Say("Text in French", "Texte en français")).FillAsync("Quelqu’un répond au téléphone la nuit.");
        await page.GetByRole(AriaRole.Button, new() { Name = tongue.Say("Save, and put forward", "Enregistrer et présenter") }).ClickAsync();
        await Assertions.Expect(page.Locator("ins")).ToHaveTextAsync(tongue.Say("Somebody answers the telephone at night.", "Quelqu’un répond au téléphone la nuit."));
        Assert.Empty(await page.FindFaultsAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = tongue.Say("Put it forward", "La présenter") }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(tongue.Say("to be ratified", "à ratifier"));
        var version = page.Url;

        await using var asked = await stage.OpenAsync(tongue, await stage.Cast.PersonAsync(initiative, "Partner", partner));
        await RatifyAsync(await asked.NewPageAsync(), tongue);

        await page.GotoAsync($"/{language}/initiatives/{initiative}/agenda/ratify?ratifier={other}");
        foreach (var adopts in await page.GetByRole(AriaRole.Radio, new() { Name = tongue.Say("We adopt it", "Nous l’adoptons") }).AllAsync())
            await adopts.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = tongue.Say("Save these answers", "Enregistrer ces réponses") }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();

        await page.GotoAsync(version);
        await page.ReloadUntilAsync(page.GetByText(tongue.Say("in force since", "en vigueur depuis le")).First);
        var adapted = page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = tongue.Say("at night.", "la nuit.") });
        await Assertions.Expect(adapted).ToContainTextAsync(tongue.Say("1 adopted, 1 adapted", "1 pour, 1 avec adaptation"));
        await Assertions.Expect(adapted).ToContainTextAsync(tongue.Say("on weekdays", "en semaine"));
        await page.GetByRole(AriaRole.Link, new() { Name = tongue.Say("Compare versions", "Comparer les versions") }).ClickAsync();
        await Assertions.Expect(page.Locator("ins")).ToBeVisibleAsync();
    }

    /// <summary>The partner's person finds on the first page what waits, adopts all and adapts the last clause.</summary>
    private static async Task RatifyAsync(IPage page, Tongue tongue)
    {
        await page.GotoAsync($"/{tongue.Path}/today");
        var waiting = page.GetByRole(AriaRole.Link, new() { Name = tongue.Say("is yours to ratify", "attend votre ratification") });
        await page.ReloadUntilAsync(waiting);
        await waiting.ClickAsync();
        var clauses = await page.GetByRole(AriaRole.Group).Filter(new() { Has = page.GetByRole(AriaRole.Radio) }).AllAsync();
        foreach (var clause in clauses)
            await clause.GetByRole(AriaRole.Radio, new() { Name = tongue.Say("We adopt it", "Nous l’adoptons") }).CheckAsync();
        var last = clauses[^1];
        await last.GetByRole(AriaRole.Radio, new() { Name = tongue.Say("We adapt it", "Nous l’adaptons") }).CheckAsync();
        var save = page.GetByRole(AriaRole.Button, new() { Name = tongue.Say("Save these answers", "Enregistrer ces réponses") });
        await save.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(tongue.Say("say how you would have it", "dites comment vous l’écririez"));
        last = page.GetByRole(AriaRole.Group).Filter(new() { Has = page.GetByRole(AriaRole.Radio) }).Last;
        await last.GetByText(tongue.Say("Your own wording, and why", "Votre propre formulation, et pourquoi")).ClickAsync();
        await last.GetByLabel(tongue.Say("How you would have it", "Comment vous l’écririez")).FillAsync(tongue.Say("Somebody answers, on weekdays.", "Quelqu’un répond, en semaine."));
        await last.GetByLabel(tongue.Say("Why", "Pourquoi")).FillAsync(tongue.Say("We are few.", "Nous sommes peu."));
        Assert.Empty(await page.FindFaultsAsync());
        await save.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
    }
}
