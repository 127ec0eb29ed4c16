using CollectiveImpact.Console.Tests.Fakes;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Tests.Pages;

public sealed class CellNameTests
{
    private readonly FakeNest nest = SampleNest.Make();

    [Theory]
    [InlineData("/en/initiatives/ca", "Owners")]
    [InlineData("/fr/initiatives/ca", "Propriétaires")]
    public async Task A_value_is_called_by_its_label_in_the_language_of_the_page(string address, string name)
    {
        Label("tenure", "Tenure", "Mode d’occupation");
        Label("tenure=owner", "Owners", "Propriétaires");
        await using var console = await OpenConsole.Over(nest);

        var page = await console.Open(address);

        Assert.Equal([name], page.Texts("h5"));
        Assert.Contains(name, page.Texts("caption"));
    }

    [Fact]
    public async Task A_value_without_a_label_stands_after_that_of_its_dimension()
    {
        Label("tenure", "Tenure", "Mode d’occupation");
        await using var console = await OpenConsole.Over(nest);

        Assert.Equal(["Mode d’occupation : owner"], (await console.Open("/fr/initiatives/ca")).Root.Descendants("h5").Select(Plain));
    }

    [Fact]
    public async Task A_label_that_lacks_the_language_stands_in_the_other_and_says_so()
    {
        Label("tenure=owner", "Owners", "");
        await using var console = await OpenConsole.Over(nest);

        var heading = (await console.Open("/fr/initiatives/ca")).Root.Descendants("h5").Single();

        Assert.Equal("Owners", heading.Value);
        Assert.Equal("en", heading.Elements("span").Single().Attribute("lang")!.Value);
    }

    [Fact]
    public async Task Several_dimensions_have_a_comma_between_them()
    {
        const string Cell = "age=65+;sex=f;tenure=owner";
        Label("tenure=owner", "Owners", "Propriétaires");
        Label("sex", "Sex", "Sexe");
        nest.Report("ca", nest.Indicators[0], new SeriesPoint { Period = "2021", Cell = Cell, Value = "5" });
        nest.Reconciliations[("ca", SampleNest.Households, "2021", Cell)] = new Reconciliation
        {
            Initiative = "ca",
            Indicator = nest.Indicators[0],
            Figure = new SeriesPoint { Period = "2021", Cell = Cell, Value = "5" },
            Sum = "5",
        };
        await using var console = await OpenConsole.Over(nest);

        var page = await console.Open($"/fr/initiatives/ca/figure?indicator=ca%2Fhouseholds&period=2021&cell={Uri.EscapeDataString(Cell)}");

        Assert.Contains("Canada · 2021 · Age : 65+, Sexe : f, Propriétaires", page.Root.Descendants("p").Select(Plain));
    }

    private void Label(string of, string english, string french) =>
        nest.Indicators[0].Labels.Add(new CellLabel { Of = of, Name = SampleNest.Both(english, french) });

    // As it reads where pieces stand side by side: nothing is put between them.
    private static string Plain(System.Xml.Linq.XElement element) => element.Value.Replace('\u00A0', ' ').Trim();
}
