using CollectiveImpact.Console.Tests.Fakes;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Tests.Pages;

public sealed class InitiativePageTests
{
    [Fact]
    public async Task A_series_stands_in_a_table_with_published_difference_and_mark()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var rows = (await console.Open("/en/initiatives/ca")).Texts("tr");

        Assert.Contains("2018 2 contributions 1,581,000 1,581,000 0 ✓ within ±1,500", rows);
        Assert.Contains("2021 2 contributions 1,424,300 1,423,900 +400 ≠ beyond ±300", rows);
    }

    [Fact]
    public async Task Cells_stand_beside_the_total_under_their_own_names()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var page = await console.Open("/en/initiatives/ca");

        Assert.Contains("Tenure: owner", page.Texts("h5"));
        Assert.Contains("585,800", page.Text);
    }

    [Fact]
    public async Task A_ratio_is_a_percentage_with_both_of_its_numbers()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        Assert.Contains("2017 2 contributions 18.4 % 13,353,188 of 72,452,936", (await console.Open("/en/initiatives/ca")).Texts("tr"));
        Assert.Contains(
            "2017 2 contributions 18,4 % 13 353 188 sur 72 452 936", (await console.Open("/fr/initiatives/ca")).Texts("tr"));
    }

    [Fact]
    public async Task A_mean_is_a_plain_number()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        Assert.Contains("2021 2 contributions 3.33 1,000 of 300", (await console.Open("/en/initiatives/ca")).Texts("tr"));
    }

    [Fact]
    public async Task A_value_is_said_not_to_add_where_nobody_reports_it_and_shown_where_somebody_does()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var nation = await console.Open("/en/initiatives/ca");
        Assert.Contains("do not add up", nation.Text);
        Assert.Contains("/en/initiatives/ca/figure?indicator=ca%2Fmedian-income&period=2021", nation.Links);

        var place = await console.Open("/en/initiatives/ca.on.hamilton");
        Assert.DoesNotContain("do not add up", place.Text);
        Assert.Contains("2021 2 contributions 74,500.5", place.Texts("tr"));
    }

    [Fact]
    public async Task What_is_not_reported_is_a_gap_and_zero_is_a_figure()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var page = await console.Open("/en/initiatives/ca.on.hamilton");

        Assert.Contains("2021 not reported", page.Texts("tr"));
        Assert.Contains("2022 2 contributions 0", page.Texts("tr"));
        Assert.Single(page.Root.Descendants("rect"), rect => rect.Attribute("class")!.Value == "gap");
    }

    [Fact]
    public async Task Figures_of_any_length_keep_all_of_their_digits()
    {
        var nest = SampleNest.Make();
        nest.Points[("ca", SampleNest.Households, "")].Add(SampleNest.Point("2022", "-123456789012345678901.000000001"));
        await using var console = await OpenConsole.Over(nest);

        Assert.Contains("−123,456,789,012,345,678,901.000000001", (await console.Open("/en/initiatives/ca")).Text);
        Assert.Contains("−123 456 789 012 345 678 901,000000001", (await console.Open("/fr/initiatives/ca")).Text);
    }

    [Fact]
    public async Task No_change_is_claimed_between_sums_of_different_reports()
    {
        var nest = SampleNest.Make();
        nest.Points[("ca", SampleNest.Households, "")][0].Contributions = 1;
        await using var console = await OpenConsole.Over(nest);

        Assert.DoesNotContain("lower than in", (await console.Open("/en/initiatives/ca")).Text);
    }

    [Fact]
    public async Task More_periods_than_columns_can_show_are_a_line_that_breaks_at_a_gap()
    {
        var nest = SampleNest.Make();
        nest.Indicators.RemoveRange(1, 3);
        nest.Points[("ca", SampleNest.Households, "")] =
            [.. Enumerable.Range(1, 30).Select(year => SampleNest.Point($"{1990 + year}", year == 12 ? "" : $"{year}00"))];
        await using var console = await OpenConsole.Over(nest);

        var page = await console.Open("/en/initiatives/ca?indicator=ca/households");

        Assert.Equal(2, page.Root.Descendants("article").First().Descendants("path").Count(path => path.Attribute("class")?.Value == "run"));
    }

    [Fact]
    public async Task Each_function_says_who_holds_it_in_what_state_and_for_what_term()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var functions = (await console.Open("/en/initiatives/ca.on.hamilton")).Texts("li");

        Assert.Contains("Guide vision and strategy Held Hamilton & area since April 1, 2024", functions);
        Assert.Contains(
            "Support aligned activities Shared Ontario and Hamilton & area Writes for all: Ontario January 1, 2025 to December 31, 2027",
            functions);
        Assert.Contains(functions, text => text.StartsWith("Establish shared measurement Overlap Ontario") && text.Contains("has not released it yet")
            && text.Contains("Proposed to Hamilton & area by Ontario Accepted by Hamilton & area"));
        Assert.Contains("Build public will Gap Nobody holds it.", functions);
        Assert.Contains(functions, text => text.StartsWith("Advance policy Lapsed") && text.EndsWith("until June 30, 2026"));
        Assert.Contains(functions, text => text.StartsWith("Mobilize resources Proposed") && text.Contains("Proposed to Canada by Hamilton & area"));
    }

    [Fact]
    public async Task What_an_initiative_holds_or_is_asked_to_hold_for_others_stands_on_its_own_page()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var ontario = await console.Open("/en/initiatives/ca.on");

        Assert.Contains("What it holds for others", ontario.Texts("h2"));
        Assert.Contains("Support aligned activities Hamilton & area", ontario.Texts("li"));
        Assert.Contains("Mobilize resources Proposed Hamilton & area", (await console.Open("/en/initiatives/ca")).Texts("li"));
        Assert.DoesNotContain("What it holds for others", (await console.Open("/en/initiatives/ca.on.hamilton")).Text);
    }

    [Fact]
    public async Task A_child_shared_with_a_parent_elsewhere_names_that_parent()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var page = await console.Open("/en/initiatives/ca.on");

        Assert.Contains("Ottawa-Gatineau Ottawa · shared with Quebec", page.Texts("li"));
    }

    [Fact]
    public async Task Indicators_beyond_a_page_are_a_link_away()
    {
        var nest = SampleNest.Make();
        for (var place = 0; place < 10; place++)
            nest.Define("ca", $"more-{place}", Indicator.Types.Kind.Count, SampleNest.Both($"More {place}", ""));
        await using var console = await OpenConsole.Over(nest);

        var first = await console.Open("/en/initiatives/ca");
        var second = await console.Open(first.Links.Single(link => link.Contains("after=")));

        Assert.DoesNotContain("More 9", first.Text);
        Assert.Contains("More 9", second.Text);
    }
}
