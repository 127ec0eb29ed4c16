using System.Text;
using CollectiveImpact.Browser.Tests.Pages;
using CollectiveImpact.Browser.Tests.Stage;

namespace CollectiveImpact.Browser.Tests.Walks;

[Collection(OneStage.Name)]
public sealed class ImportTests(NestStage stage)
{
    [Theory]
    [InlineData("en", "2016", ",", "1,250", "\"1,250\"")]
    [InlineData("fr", "2017", ";", "1\u00A0250", "1 250")]
    public async Task A_file_with_faults_is_mended_looked_at_and_imported_and_its_figure_arrives_at_the_top(
        string language, string year, string separator, string shown, string written)
    {
        var tongue = new Tongue(language);
        await using var context = await stage.OpenAsync(tongue, await stage.Cast.StaffAsync("north.harbour"));
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/{language}/initiatives/north.harbour");
        await page.GetByRole(AriaRole.Link, new() { Name = tongue.Say("Import a file of figures", "Importer un fichier de chiffres") }).ClickAsync();

        await LookAtAsync($"indicator,period,value\nwaiting-for-care,{year},many\nwaiting-for-bread,{year},3\nwaiting-for-care,{year}-07,4\n");
        var faults = page.GetByRole(AriaRole.Alert);
        foreach (var (row, column) in new[] { ("2", "value"), ("3", "indicator"), ("4", "period") })
            await Assertions.Expect(faults.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Rowheader, new() { Name = row, Exact = true }) }))
                .ToContainTextAsync(column);
        Assert.Empty(await page.FindFaultsAsync());

        var mended = string.Join('\n', new[] { new[] { "indicator", "period", "value" }, ["waiting-for-care", year, written] }.Select(row => string.Join(separator, row)));
        await LookAtAsync(mended);
        await Assertions.Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = year })).ToContainTextAsync(shown);
        Assert.Empty(await page.FindFaultsAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = tongue.Say("Import it", "L’importer") }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(tongue.Say("1 report changed", "1 déclaration a changé"));

        await page.GotoAsync($"/{language}/initiatives/north/figure?indicator=north%2Fwaiting-for-care&period={year}");
        await page.ReloadUntilAsync(page.Locator(".big").Filter(new() { HasText = shown }));

        async Task LookAtAsync(string text)
        {
            await page.GetByLabel(tongue.Say("File", "Fichier"), new() { Exact = true })
                .SetInputFilesAsync(new FilePayload { Name = "figures.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
            await page.GetByRole(AriaRole.Button, new() { Name = tongue.Say("Look at it first", "L’examiner d’abord") }).ClickAsync();
        }
    }
}
