using CollectiveImpact.Console.Tests.Fakes;

namespace CollectiveImpact.Console.Tests.Pages;

/// <summary>Needs, funds and allocations, and the statement that balances.</summary>
public sealed class ResourcesPageTests
{
    [Fact]
    public async Task Money_is_written_to_the_cent_as_the_language_writes_it_and_currencies_stand_apart()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var english = await console.Open("/en/initiatives/ca/resources");
        Assert.Contains("From sources +$4,000,000.00 +EUR 10.00", english.Texts("tr"));
        Assert.Contains("Of that, committed $34,749.25 EUR 0.00", english.Texts("tr"));
        var french = await console.Open("/fr/initiatives/ca/resources");
        Assert.Contains("De sources +4 000 000,00 $ +10,00 EUR", french.Texts("tr"));
    }

    [Fact]
    public async Task A_need_shows_what_is_found_for_it_and_a_fund_what_became_of_its_money()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var page = await console.Open("/en/initiatives/ca/resources");

        Assert.Contains("Forty <walk-ups> Open by March 31, 2027 $15,000,000.00 $12,000,000.00 $4,000,000.00", page.Texts("tr"));
        Assert.Contains("Promised $12,000,000.00 Received $4,000,000.00 Allocated $2,300,000.00 Available $1,700,000.00", page.Text);
        Assert.Contains(page.Texts("li"), item => item.StartsWith("Handed in The last fifth") && item.EndsWith("$3,000,000.00 handed in on October 1, 2026"));
        Assert.Contains("August 1, 2026 First payment Received $4,000,000.00", page.Texts("tr"));
    }

    [Fact]
    public async Task Money_on_its_way_stands_first_where_it_is_to_be_answered()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var page = await console.Open("/fr/initiatives/ca.on/resources");

        Assert.Equal("Alloué à cette initiative, en attente de réponse", page.Texts("h2")[0]);
        Assert.Contains("Canada 15 novembre 2026 Les toits En route 40 000,50 $", page.Texts("tr"));
    }

    [Fact]
    public async Task A_page_without_anything_says_what_to_do_first()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        Assert.Contains("Begin with what is needed", (await console.Open("/en/initiatives/ca.qc/resources")).Text);
    }
}
