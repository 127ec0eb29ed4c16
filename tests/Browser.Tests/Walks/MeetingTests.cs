using CollectiveImpact.Browser.Tests.Pages;
using CollectiveImpact.Browser.Tests.Stage;

namespace CollectiveImpact.Browser.Tests.Walks;

[Collection(OneStage.Name)]
public sealed class MeetingTests(NestStage stage)
{
    [Theory]
    [MemberData(nameof(Tongue.All), MemberType = typeof(Tongue))]
    public async Task A_meeting_is_called_run_to_decisions_and_what_was_taken_on_is_ticked_off(string language)
    {
        var tongue = new Tongue(language);
        await using var context = await stage.OpenAsync(tongue, await stage.Cast.StaffAsync("north.harbour"));
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/{language}/initiatives/north.harbour/meetings");
        await page.GetByRole(AriaRole.Link, new() { Name = tongue.Say("Call a meeting", "Convoquer une rencontre") }).ClickAsync();
        var name = tongue.Say("About the evenings", "À propos des soirées");
        await page.Locator($"[name='name.{language}']").FillAsync(name);
        await page.Locator("[name='day']").FillAsync("2026-11-18");
        await page.Locator("[name='time']").FillAsync("17:30");
        await page.Locator($"[name='agenda.{language}']").FillAsync(tongue.Say("Opening hours\nWho has the key", "Heures d’ouverture\nQui a la clé"));
        Assert.Empty(await page.FindFaultsAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = tongue.Say("Call a meeting", "Convoquer une rencontre") }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(name);
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(tongue.Say("Who has the key", "Qui a la clé"));

        await page.GetByRole(AriaRole.Link, new() { Name = tongue.Say("Write the minutes", "Rédiger le compte rendu") }).ClickAsync();
        await page.Locator($"[name='minutes.{language}']").FillAsync(tongue.Say("Everybody spoke.", "Tout le monde a parlé."));
        await page.Locator($"[name='decision.text.{language}']").First.FillAsync(tongue.Say("We open until ten.", "Nous ouvrons jusqu’à vingt-deux heures."));
        await page.Locator($"[name='action.what.{language}']").First.FillAsync(tongue.Say("Copy the key", "Faire un double de la clé"));
        await page.Locator("[name='action.due']").First.FillAsync("2026-11-30");
        Assert.Empty(await page.FindFaultsAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = tongue.Say("Save", "Enregistrer"), Exact = true }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(name);
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(tongue.Say("We open until ten.", "Nous ouvrons jusqu’à vingt-deux heures."));
        var tickOff = page.GetByRole(AriaRole.Button, new() { Name = tongue.Say("Tick off as done", "Cocher comme fait") });
        await tickOff.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = tongue.Say("Not done after all", "Pas encore fait") })).ToBeVisibleAsync();
        Assert.Empty(await page.FindFaultsAsync());
    }
}
