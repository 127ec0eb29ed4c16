using System.Net;
using CollectiveImpact.Console.Tests.Fakes;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Tests.Pages;

public sealed class FigurePageTests
{
    private const string Address = "/en/initiatives/ca/figure?indicator=ca%2Fhouseholds&period=2021";

    [Fact]
    public async Task Every_contribution_says_whose_it_is_which_part_through_whom_and_when_it_came()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var rows = (await console.Open(Address)).Texts("tr");

        Assert.Contains("Ottawa-Gatineau part of Quebec through Quebec reported by a-partner 7,300 Nov 22, 2026 15:04", rows);
        Assert.Contains("Hamilton & area through Ontario added up from its breakdown 1,417,000", rows);
    }

    [Fact]
    public async Task The_sum_is_held_against_the_figure_and_the_figure_against_what_is_published()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var page = await console.Open(Address);

        Assert.Contains("2 contributions add up to 1,424,300 – exactly the figure.", page.Text);
        Assert.Contains("Published 1,423,900 Difference +400 ≠ beyond ±300 Source Statistics Canada", page.Text);
    }

    [Fact]
    public async Task What_has_not_come_is_named()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        Assert.Contains("Not yet reported: 1 place Ottawa-Gatineau part of Ontario", (await console.Open(Address)).Text);
    }

    [Fact]
    public async Task Contributions_are_paged_and_the_sum_is_of_all()
    {
        var nest = SampleNest.Make();
        var whole = nest.Reconciliations[("ca", SampleNest.Households, "2021", "")];
        for (var place = 0; place < 250; place++)
            whole.Contributions.Add(new Contribution { Initiative = $"ca.on.place-{place}", Value = "0" });
        await using var console = await OpenConsole.Over(nest);

        var first = await console.Open(Address);
        var second = await console.Open(first.Links.Single(link => link.Contains("page=")));

        Assert.Equal(201, first.Texts("tr").Count);
        Assert.Equal(53, second.Texts("tr").Count);
        Assert.Contains("add up to 1,424,300", second.Text);
        Assert.Contains(Address, second.Links);
    }

    [Fact]
    public async Task A_range_of_days_and_a_cell_with_signs_come_through_their_address()
    {
        var nest = SampleNest.Make();
        const string Period = "2021-09-01/2022-06-30";
        const string Cell = "age=65+;tenure=renter";
        nest.Report("ca", nest.Indicators[0], new SeriesPoint { Period = Period, Cell = Cell, Value = "5" });
        nest.Reconciliations[("ca", SampleNest.Households, Period, Cell)] = new Reconciliation
        {
            Initiative = "ca",
            Indicator = nest.Indicators[0],
            Figure = new SeriesPoint { Period = Period, Cell = Cell, Value = "5" },
            Sum = "5",
        };
        await using var console = await OpenConsole.Over(nest);

        var link = (await console.Open("/fr/initiatives/ca")).Links.Single(address => address.Contains("2022-06-30"));
        var page = await console.Open(link);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("1er septembre 2021 – 30 juin 2022 · Age : 65+, tenure : renter", page.Text);
    }

    [Fact]
    public async Task A_sum_that_is_not_the_figure_is_said_to_differ()
    {
        var nest = SampleNest.Make();
        nest.Reconciliations[("ca", SampleNest.Households, "2021", "")].Sum = "1424299.999999999";
        await using var console = await OpenConsole.Over(nest);

        Assert.Contains("1,424,299.999999999 – not the figure as it stands.", (await console.Open(Address)).Text);
    }
}
