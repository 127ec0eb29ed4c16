using CollectiveImpact.Browser.Tests.Pages;
using CollectiveImpact.Browser.Tests.Stage;

namespace CollectiveImpact.Browser.Tests.Walks;

[Collection(OneStage.Name)]
public sealed class PartnerReportTests(NestStage stage)
{
    // A year that nobody else reports for, one a language: what arrives at the top is what was typed here.
    [Theory]
    [InlineData("en", "2019", "1,204", "1,204")]
    [InlineData("fr", "2020", "1 317", "1\u00A0317")]
    public async Task A_partner_s_person_is_invited_joins_and_reports_a_figure_that_arrives_at_province_and_nation(
        string language, string year, string typed, string shown)
    {
        var tongue = new Tongue(language);
        var invitation = await stage.Cast.InviteAsync(tongue, "north.mill", "Partner", "mill-library");

        await using var context = await stage.OpenAsync(tongue);
        var page = await context.NewPageAsync();
        await page.GotoAsync(invitation);
        await Cast.FillInAsync(page, tongue, tongue.Say("Lib Rary", "Odile Lecture"));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(tongue.Say("Millbrook", "Ruisseau-du-Moulin"));

        await page.GetByRole(AriaRole.Link, new() { Name = tongue.Say("Report a figure", "Déclarer un chiffre") }).ClickAsync();
        await page.GetByLabel(tongue.Say("Indicator", "Indicateur")).SelectOptionAsync("north/waiting-for-care");
        await page.GetByLabel(tongue.Say("Period", "Période")).FillAsync(year);
        await page.GetByRole(AriaRole.Button, new() { Name = tongue.Say("Go on", "Continuer") }).ClickAsync();
        await Assertions.Expect(page.Locator(".lead")).ToContainTextAsync("mill-library");
        await page.GetByRole(AriaRole.Textbox).FillAsync(typed);
        await page.GetByRole(AriaRole.Button, new() { Name = tongue.Say("Report a figure", "Déclarer un chiffre") }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(tongue.Say("It is reported", "C’est déclaré"));
        Assert.Empty(await page.FindFaultsAsync());

        foreach (var above in new[] { "north.mill", "north.east", "north" })
        {
            await page.GotoAsync($"/{language}/initiatives/{above}/figure?indicator=north%2Fwaiting-for-care&period={year}");
            await page.ReloadUntilAsync(page.Locator(".big").Filter(new() { HasText = shown }));
        }
    }
}
