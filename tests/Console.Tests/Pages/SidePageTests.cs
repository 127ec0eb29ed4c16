using System.Net;
using CollectiveImpact.Console.Tests.Fakes;
using Grpc.Core;

namespace CollectiveImpact.Console.Tests.Pages;

/// <summary>The sides of an initiative's work, each on a page of its own.</summary>
public sealed class SidePageTests
{
    [Theory]
    [InlineData("/en/")]
    [InlineData("/en/initiatives/ca")]
    [InlineData("/en/initiatives/ca/partners")]
    public async Task Every_side_can_be_reached(string from)
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());
        var links = (await console.Open(from)).Links;
        Assert.All(
            (string[])["agenda", "activities", "communication", "partners", "proposals"],
            side => Assert.Contains($"/en/initiatives/ca/{side}", links));
    }

    [Fact]
    public async Task An_agenda_shows_who_adapted_and_who_declined_a_clause_and_what_drifts()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var text = (await console.Open("/en/initiatives/ca/agenda")).Text;

        Assert.Contains("Keep <every> home.", text);
        Assert.Contains("1 adapted, 1 declined, 1 yet to answer", text);
        Assert.Contains("tenants adapts it: Keep its rent too.", text);
        Assert.Contains("owners declines it. Some are past repair.", text);
        Assert.Contains("drifts since version 2", text);
    }

    [Fact]
    public async Task Activities_show_what_was_missed_where_nobody_works_and_what_is_done_twice()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var page = await console.Open("/en/initiatives/ca/activities");

        Assert.Contains("Missed Twenty leases", page.Text);
        Assert.Contains("1.2 ca/build Nobody", page.Texts("tr"));
        Assert.Contains("Done twice, unknown to each other", page.Texts("h2"));
    }

    [Fact]
    public async Task Communication_shows_what_was_announced_decided_and_told()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var text = (await console.Open("/en/initiatives/ca/communication")).Text;

        Assert.All((string[])["In <force>", "Offer for two.", "Un escalier", "Asked first 3 posts"], each => Assert.Contains(each, text));
    }

    [Fact]
    public async Task Partners_show_who_is_missing_and_who_is_silent_in_both_languages()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        Assert.Contains("Health", (await console.Open("/en/initiatives/ca/partners")).Text);
        var text = (await console.Open("/fr/initiatives/ca/partners")).Text;
        Assert.Contains("Refuge <A>", text);
        Assert.Contains("Santé", text);
        Assert.Contains("dernières nouvelles le", text);
    }

    [Fact]
    public async Task Proposals_show_for_how_long_they_are_open_and_why_they_were_declined()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var text = (await console.Open("/en/initiatives/ca/proposals")).Text;

        Assert.Contains("Open for 12 days", text);
        Assert.Contains("Declined", text);
        Assert.Contains("It is measured already.", text);
    }

    [Fact]
    public async Task Proposals_show_what_would_be_done_and_what_was_done_instead_in_both_languages()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var text = (await console.Open("/en/initiatives/ca/proposals")).Text;
        Assert.Contains("Indicator to define: Rent <paid>", text);
        Assert.Contains("Clause 2.1, to be changed Goal", text);
        Assert.Contains("It reads: 2.1 Homes for many.", text);
        Assert.Contains("It is to read: 2.1 Homes for <all>.", text);
        Assert.Contains("New activity: A rent bank Planned", text);
        Assert.Contains("Done instead", text);
        Assert.Contains("New activity: A rent bank in every city Planned", text);

        var french = (await console.Open("/fr/initiatives/ca/proposals")).Text;
        Assert.Contains("Loyer payé", french);
        Assert.Contains("Nouvelle activité", french);
        Assert.Contains("Fait à la place", french);
    }

    [Fact]
    public async Task Who_could_not_be_reached_is_told()
    {
        var nest = SampleNest.Make();
        nest.Failing["GetAgenda"] = (StatusCode.Unavailable, "ca");
        await using var console = await OpenConsole.Over(nest);

        using var answer = await console.Browser.GetAsync("/en/initiatives/ca/agenda");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }
}
