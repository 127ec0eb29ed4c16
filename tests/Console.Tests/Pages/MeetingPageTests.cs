using System.Net;
using CollectiveImpact.Console.Tests.Fakes;
using Grpc.Core;

namespace CollectiveImpact.Console.Tests.Pages;

/// <summary>Meetings, as they are read.</summary>
public sealed class MeetingPageTests
{
    [Fact]
    public async Task Meetings_to_come_stand_apart_from_those_held()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var page = await console.Open("/en/initiatives/ca/meetings");

        Assert.Equal(["To come", "Actions still to be done", "Held"], page.Texts("h2"));
        Assert.Contains("/en/initiatives/ca/meetings/table", page.Links);
        Assert.Contains("September 3, 2026, 14:00 (universal time)", page.Text);
        Assert.Empty(page.Root.Descendants("form"));
    }

    [Fact]
    public async Task A_meeting_reads_as_minutes()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var page = await console.Open("/en/initiatives/ca/meetings/table");

        Assert.Equal(["Who is there", "On the agenda", "Minutes", "Decided", "Who does what"], page.Texts("h2"));
        Assert.All(
            (string[])["90 minutes", "Town hall", "Shelter <A>", "unknown", "The <budget>", "Offer for two.", "Sign Shelter <A> September 10, 2026 September 9, 2026"],
            each => Assert.Contains(each, page.Text));
        Assert.Contains("First came the budget.", page.Texts("p"));
        Assert.Contains("Then the year.", page.Texts("p"));
        Assert.Empty(page.Root.Descendants("form"));
    }

    [Fact]
    public async Task A_meeting_is_shown_by_the_clocks_that_the_reader_chose()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());
        console.Browser.DefaultRequestHeaders.Add("Cookie", "zone=America/Toronto");

        Assert.Contains("September 3, 2026, 10:00 (Eastern time)", (await console.Open("/en/initiatives/ca/meetings/table")).Text);
        Assert.Contains("3 septembre 2026, 10 h 00 (heure de l’Est)", (await console.Open("/fr/initiatives/ca/meetings/table")).Text);
    }

    [Theory]
    [InlineData("/en/initiatives/ca/meetings/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/en/initiatives/ca/meetings/A B", HttpStatusCode.NotFound)]
    [InlineData("/en/initiatives/ca/meetings?until=soon", HttpStatusCode.OK)]
    [InlineData("/en/initiatives/ca/call-meeting", HttpStatusCode.NotFound)]
    public async Task What_is_no_meeting_is_not_found(string address, HttpStatusCode status)
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());
        Assert.Equal(status, (await console.Open(address)).Status);
    }

    [Fact]
    public async Task Whoever_cannot_be_reached_is_told()
    {
        var nest = SampleNest.Make();
        nest.Failing["ListMeetings"] = (StatusCode.Unavailable, "ca");
        await using var console = await OpenConsole.Over(nest);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await console.Open("/fr/initiatives/ca/meetings")).Status);
    }
}
