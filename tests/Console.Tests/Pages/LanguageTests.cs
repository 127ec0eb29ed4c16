using CollectiveImpact.Console.Tests.Fakes;

namespace CollectiveImpact.Console.Tests.Pages;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("/", null, "en")]
    [InlineData("/", "fr-CA,fr;q=0.9,en;q=0.8", "fr")]
    [InlineData("/", "de,en;q=0.3,fr;q=0.7", "fr")]
    [InlineData("/", "fr;q=0,en", "en")]
    [InlineData("/", "de", "en")]
    [InlineData("/", "nonsense;;q=x", "en")]
    [InlineData("/?lang=fr", "en", "fr")]
    [InlineData("/?lang=en", "fr", "en")]
    [InlineData("/?lang=de", "fr", "fr")]
    public async Task The_address_decides_then_the_browser_then_English(string address, string? accepted, string language)
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var page = await console.Open(address, accepted);

        Assert.Equal(language, page.Root.Attribute("lang")!.Value);
        Assert.Contains("Vary: Accept-Language", page.Headers);
        Assert.Contains($"Content-Language: {language}-CA", page.Headers);
    }

    [Fact]
    public async Task A_language_that_was_chosen_is_kept_in_every_link()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var links = (await console.Open("/initiatives/ca?lang=fr")).Links;

        Assert.All(links.Where(link => !link.Contains("lang=en")), link => Assert.Contains("lang=fr", link));
        Assert.Contains("/initiatives/ca?lang=en", links);
    }

    [Fact]
    public async Task A_language_that_was_not_chosen_stays_out_of_the_links()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var links = (await console.Open("/initiatives/ca", "fr")).Links;

        Assert.Equal(["/initiatives/ca?lang=en"], links.Where(link => link.Contains("lang=")));
    }

    [Fact]
    public async Task A_name_that_lacks_the_language_stands_in_the_other_and_says_so()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var page = await console.Open("/initiatives/ca.on.hamilton?lang=fr");

        var heading = page.Root.Descendants("h1").Single();
        Assert.Equal("Hamilton & area", heading.Value.Trim());
        Assert.Equal("en", heading.Elements("span").Single().Attribute("lang")!.Value);
    }

    [Theory]
    [InlineData("/initiatives/ca", "Count · unit: households · lower is better")]
    [InlineData("/initiatives/ca?lang=fr", "Nombre · unité : ménages · le plus bas est le mieux")]
    public async Task A_unit_stands_in_the_language_of_the_page(string address, string facts)
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        Assert.Contains(facts, (await console.Open(address)).Texts("p"));
    }

    [Fact]
    public async Task A_unit_that_lacks_the_language_stands_in_the_other_and_says_so()
    {
        var nest = SampleNest.Make();
        nest.Indicators[0].Unit = SampleNest.Both("households", "");
        await using var console = await OpenConsole.Over(nest);

        var page = await console.Open("/initiatives/ca?lang=fr");

        var unit = page.Root.Descendants("span").Single(span => span.Value == "households");
        Assert.Equal("en", unit.Attribute("lang")!.Value);
    }

    [Fact]
    public async Task The_functions_carry_the_terms_of_the_field_in_French()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var functions = (await console.Open("/initiatives/ca.on.hamilton?lang=fr")).Texts("li");

        Assert.Contains("Guider la vision et la stratégie Exercée Hamilton & area depuis le 1er avril 2024", functions);
        Assert.Contains("Susciter la volonté publique Lacune Personne ne l’exerce.", functions);
    }
}
