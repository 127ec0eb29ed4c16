using System.Net;
using CollectiveImpact.Console.Tests.Fakes;
using Grpc.Core;

namespace CollectiveImpact.Console.Tests.Pages;

/// <summary>Threads, the digest, the wheel of engagement and the plan, as they are read.</summary>
public sealed class TogetherPageTests
{
    [Fact]
    public async Task A_thread_shows_who_said_what()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var page = await console.Open("/en/initiatives/ca/channels/ca/commons/asked");

        Assert.Equal(["Asked first"], page.Texts("h1"));
        Assert.Contains("Ontario", page.Text);
        Assert.Contains("Qui a <payé> ?", page.Texts("p"));
        Assert.Equal("fr", page.Root.Descendants("p").Single(line => line.Value == "Nous.").Attribute("lang")!.Value);
        Assert.Empty(page.Root.Descendants("form"));
        Assert.Contains("/en/initiatives/ca/channels/ca/commons/asked", (await console.Open("/en/initiatives/ca/channels/ca/commons")).Links);
    }

    [Theory]
    [InlineData("/en/initiatives/ca/channels/ca/nowhere")]
    [InlineData("/en/initiatives/ca/channels/ca/commons/nowhere")]
    [InlineData("/en/initiatives/ca/announce")]
    [InlineData("/en/initiatives/ca/drafts")]
    [InlineData("/en/initiatives/ca/partner")]
    [InlineData("/en/initiatives/ca/activity")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());
        Assert.Equal(HttpStatusCode.NotFound, (await console.Open(address)).Status);
    }

    [Theory]
    [InlineData("en", "The last 7 days", "Who <paid>?", "due September 10, 2026")]
    [InlineData("fr", "Les 7 derniers jours", "Onze familles.", "pour le 10 septembre 2026")]
    public async Task A_digest_says_what_happened_lately(string language, string title, string said, string due)
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var page = await console.Open($"/{language}/initiatives/ca/digest");

        Assert.Equal([title], page.Texts("h1"));
        Assert.Contains(said, page.Text);
        Assert.Contains(due, page.Text);
        Assert.Contains($"/{language}/initiatives/ca/digest?days=30", page.Links);
    }

    [Fact]
    public async Task Who_has_fallen_silent_is_named()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());
        var text = (await console.Open("/en/initiatives/ca/silent")).Text;
        Assert.Contains("Ontario never heard from", text);
        Assert.Contains("Shelter <A> last heard from on January 5, 2026", text);
    }

    [Fact]
    public async Task The_wheel_has_a_dot_a_partner_a_ring_for_whom_is_sought_and_a_number_where_dots_have_no_room()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var page = await console.Open("/en/initiatives/ca/partners");

        var drawn = page.Root.Descendants("circle").Select(circle => circle.Attribute("class")?.Value).ToList();
        Assert.Equal((1, 2), (drawn.Count(each => each == "dot"), drawn.Count(each => each == "dot-sought")));
        Assert.Contains("300", page.Texts("text"));
        Assert.Equal(36, page.Root.Descendants("svg").Single(svg => svg.Attribute("class")!.Value.Contains("wheel")).Descendants("path").Count());
        Assert.Contains("6 Not-for-profit 0 2 more sought 1 0 300", page.Texts("tr"));
    }

    [Fact]
    public async Task The_plan_shows_partners_by_strategies_and_activities_over_time()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var page = await console.Open("/en/initiatives/ca/plan");

        Assert.Contains("Shelter <A> The fund Under way, leads it 1 kept, 2 missed", page.Texts("tr"));
        Assert.Contains("Serves no clause", page.Texts("th"));
        Assert.Single(page.Root.Descendants("rect"));
        Assert.Contains("The fund, Under way, since January 1, 2026", page.Texts("desc"));
    }

    [Fact]
    public async Task An_activity_says_who_leads_it_and_who_takes_part()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());
        Assert.Contains("Who leads it: Shelter <A> Who takes part: city", (await console.Open("/en/initiatives/ca/activities")).Text);
    }

    [Theory]
    [InlineData("GetDigest", "digest")]
    [InlineData("GetPlan", "plan")]
    public async Task Who_could_not_be_reached_is_told(string method, string page)
    {
        var nest = SampleNest.Make();
        nest.Failing[method] = (StatusCode.Unavailable, "ca");
        await using var console = await OpenConsole.Over(nest);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await console.Open($"/en/initiatives/ca/{page}")).Status);
    }
}
