using CollectiveImpact.Browser.Tests.Pages;
using CollectiveImpact.Browser.Tests.Stage;

namespace CollectiveImpact.Browser.Tests.Walks;

[Collection(OneStage.Name)]
public sealed class GrowingTests(NestStage stage)
{
    // One place a language: what the one plans is not the other's.
    [Theory]
    [InlineData("en", "north.mill", "north.east")]
    [InlineData("fr", "north.rivers", "north.west")]
    public async Task A_hand_over_is_planned_the_phase_moves_and_the_level_above_says_that_it_is_ready(string language, string local, string above)
    {
        var tongue = new Tongue(language);
        await using var context = await stage.OpenAsync(tongue, await stage.Cast.AdministratorAsync());
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/{language}/initiatives/{local}/growing");
        var plan = page.Locator("details").Filter(new() { Has = page.Locator("input[name=form][value=plan]") });
        await plan.Locator("summary").First.ClickAsync();
        await plan.GetByLabel(tongue.Say("Function", "Fonction")).SelectOptionAsync("AdvancePolicy");
        await plan.GetByLabel(tongue.Say("On which day", "Quel jour")).FillAsync("2031-04-01");
        await plan.GetByLabel(tongue.Say("Who judges that", "Qui en juge")).SelectOptionAsync(above);
        await plan.GetByRole(AriaRole.Button, new() { Name = tongue.Say("Save", "Enregistrer") }).ClickAsync();

        // What ready means is asked for, and what was typed is still there.
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Assertions.Expect(plan.GetByLabel(tongue.Say("On which day", "Quel jour"))).ToHaveValueAsync("2031-04-01");
        Assert.Empty(await page.FindFaultsAsync());
        await plan.GetByLabel(tongue.Say("What ready means", "Ce que veut dire"), new() { Exact = false }).First.FillAsync(tongue.Say("A treasurer.", "Une trésorière."));
        await plan.GetByRole(AriaRole.Button, new() { Name = tongue.Say("Save", "Enregistrer") }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(tongue.Say("Saved", "Enregistré"));
        await Assertions.Expect(page.GetByText(tongue.Say("A treasurer.", "Une trésorière.")).First).ToBeVisibleAsync();

        var phase = page.Locator("details").Filter(new() { Has = page.Locator($"input[name=form][value='phase/{above}']") });
        await phase.Locator("summary").First.ClickAsync();
        await phase.GetByLabel("Phase").SelectOptionAsync("TakingOver");
        await phase.GetByRole(AriaRole.Button, new() { Name = tongue.Say("Save", "Enregistrer") }).ClickAsync();
        await Assertions.Expect(page.Locator(".tag").Filter(new() { HasText = tongue.Say("Taking over", "En transition") })).ToBeVisibleAsync();

        // The plan travels to the level above, whose staff judge it.
        await page.GotoAsync($"/{language}/initiatives/{above}/growing");
        var judge = page.Locator("details").Filter(new() { Has = page.Locator($"input[name=form][value='judge/{local}/AdvancePolicy']") });
        await page.ReloadUntilAsync(judge);
        await judge.Locator("summary").First.ClickAsync();
        await judge.GetByLabel(tongue.Say("Is it ready?", "Est-elle prête")).SelectOptionAsync("yes");
        await judge.Locator("textarea").First.FillAsync(tongue.Say("The books are in order.", "Les comptes sont en ordre."));
        await judge.GetByRole(AriaRole.Button, new() { Name = tongue.Say("Save", "Enregistrer") }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(tongue.Say("Saved", "Enregistré"));
        await page.GotoAsync($"/{language}/initiatives/{local}/growing");
        await page.ReloadUntilAsync(page.GetByText(tongue.Say("The books are in order.", "Les comptes sont en ordre.")));
        Assert.Empty(await page.FindFaultsAsync());
    }
}
