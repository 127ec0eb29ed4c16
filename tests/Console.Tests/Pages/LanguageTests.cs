using System.Net;
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
    [InlineData("/fr/", "en", "fr")]
    [InlineData("/en/", "fr", "en")]
    [InlineData("/initiatives/ca?children=2", "fr", "fr")]
    public async Task The_address_decides_then_the_browser_then_English(string address, string? accepted, string language)
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var page = await console.Open(address, accepted);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(language, page.Root.Attribute("lang")!.Value);
        Assert.Contains($"Content-Language: {language}-CA", page.Headers);
    }

    [Theory]
    [InlineData("/", "/fr/")]
    [InlineData("/initiatives/ca?children=2&indicator=ca%2Fhouseholds", "/fr/initiatives/ca?children=2&indicator=ca%2Fhouseholds")]
    public async Task An_address_without_a_language_leads_to_the_same_with_one(string address, string there)
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());
        using var direct = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = console.Address };
        direct.DefaultRequestHeaders.AcceptLanguage.ParseAdd("fr");

        using var answer = await direct.GetAsync(address);

        Assert.Equal((HttpStatusCode.Redirect, there), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.Contains("Accept-Language", answer.Headers.Vary);
    }

    [Theory]
    [InlineData("en", "fr")]
    [InlineData("fr", "en")]
    public async Task Every_link_stays_in_the_language_but_the_one_that_changes_it_in_place(string language, string other)
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var links = (await console.Open($"/{language}/initiatives/ca?children=1")).Links.Where(link => !link.StartsWith('#'));

        Assert.Equal([$"/{other}/initiatives/ca?children=1"], links.Where(link => !link.StartsWith($"/{language}/")));
    }

    [Fact]
    public async Task A_name_that_lacks_the_language_stands_in_the_other_and_says_so()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var page = await console.Open("/fr/initiatives/ca.on.hamilton");

        var heading = page.Root.Descendants("h1").Single();
        Assert.Equal("Hamilton & area", heading.Value.Trim());
        Assert.Equal("en", heading.Elements("span").Single().Attribute("lang")!.Value);
    }

    [Theory]
    [InlineData("/en/initiatives/ca", "Count · unit: households · lower is better")]
    [InlineData("/fr/initiatives/ca", "Nombre · unité : ménages · le plus bas est le mieux")]
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

        var page = await console.Open("/fr/initiatives/ca");

        var unit = page.Root.Descendants("span").Single(span => span.Value == "households");
        Assert.Equal("en", unit.Attribute("lang")!.Value);
    }

    [Fact]
    public async Task The_functions_carry_the_terms_of_the_field_in_French()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var functions = (await console.Open("/fr/initiatives/ca.on.hamilton")).Texts("li");

        Assert.Contains("Guider la vision et la stratégie Exercée Hamilton & area depuis le 1er avril 2024", functions);
        Assert.Contains("Susciter la volonté publique Lacune Personne ne l’exerce.", functions);
    }
}
