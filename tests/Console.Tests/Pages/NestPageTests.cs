using System.Net;
using CollectiveImpact.Console.Tests.Fakes;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Tests.Pages;

public sealed class NestPageTests
{
    [Fact]
    public async Task An_initiative_with_two_parents_stands_under_each_with_its_part_there()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var page = await console.Open("/en/");

        var boughs = page.Texts("details").Where(text => text.Contains("local initiative")).ToList();
        Assert.Equal(2, boughs.Count);
        Assert.Contains("Ottawa-Gatineau Ottawa · shared with Quebec", boughs[0]);
        Assert.Contains("Hamilton & area", boughs[0]);
        Assert.Contains("Ottawa-Gatineau Gatineau · shared with Ontario", boughs[1]);
        Assert.Contains("2 provincial initiatives and 2 local initiatives", page.Text);
    }

    [Fact]
    public async Task The_top_shows_each_indicator_with_the_published_figure_beside_it()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var page = await console.Open("/en/");

        Assert.Contains("1,424,300 2021 Published 1,423,900 ≠ beyond ±300", page.Text);
        Assert.Contains("9.9 % lower than in 2018", page.Text);
        Assert.Contains(page.Texts("desc"), text => text == "2018: 1,581,000, published 1,581,000; 2021: 1,424,300, published 1,423,900.");
    }

    [Fact]
    public async Task A_nest_of_three_thousand_is_asked_for_in_pages_and_lists_provinces_only()
    {
        var nest = SampleNest.Make();
        for (var place = 0; place < 3_000; place++)
            nest.Add($"ca.on.place-{place:0000}", Level.Local, SampleNest.Both($"Place {place}", $"Lieu {place}"), SampleNest.Under("ca.on"));
        await using var console = await OpenConsole.Over(nest);

        var page = await console.Open("/en/");

        Assert.Contains("3,002 local initiatives", page.Text);
        Assert.DoesNotContain("Place 17", page.Text);
        Assert.Equal(4, nest.Calls.Count(call => call == "ListInitiatives"));
        Assert.True(nest.Calls.Count < 12, $"{nest.Calls.Count} calls for one page");
    }

    [Fact]
    public async Task The_places_of_a_large_province_are_paged()
    {
        var nest = SampleNest.Make();
        for (var place = 0; place < 700; place++)
            nest.Add($"ca.on.place-{place:0000}", Level.Local, SampleNest.Both($"Place {place:0000}", ""), SampleNest.Under("ca.on"));
        await using var console = await OpenConsole.Over(nest);

        var page = await console.Open("/en/initiatives/ca.on?children=3");

        Assert.Contains("702 initiatives aligned with it", page.Text);
        Assert.Contains("Page 3 of 3", page.Text);
        Assert.Contains("Place 0699", page.Text);
        Assert.DoesNotContain("Place 0001", page.Text);
    }

    [Fact]
    public async Task An_initiative_that_left_its_parent_no_longer_stands_under_it()
    {
        var nest = SampleNest.Make();
        nest.Initiatives["ca.on.hamilton"].Alignments[0].Until = "2001-12-31";
        await using var console = await OpenConsole.Over(nest);

        var page = await console.Open("/en/");

        Assert.DoesNotContain("Hamilton", page.Texts("details").First(text => text.Contains("local initiative")));
        Assert.Contains("Not aligned with another initiative Hamilton & area", page.Text);
    }

    [Fact]
    public async Task An_initiative_that_is_to_come_back_stands_under_its_parent_until_it_leaves()
    {
        var nest = SampleNest.Make();
        var alignment = nest.Initiatives["ca.on.hamilton"].Alignments[0];
        alignment.Earlier.Add(new AlignmentSpan { Until = "2998-12-31" });
        alignment.From = "2999-12-31";
        await using var console = await OpenConsole.Over(nest);

        var page = await console.Open("/en/");

        Assert.DoesNotContain("Not aligned with another initiative", page.Text);
    }

    [Fact]
    public async Task An_empty_nest_says_so()
    {
        await using var console = await OpenConsole.Over(new FakeNest());

        var page = await console.Open("/en/");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("No initiative has been registered yet.", page.Text);
    }
}
