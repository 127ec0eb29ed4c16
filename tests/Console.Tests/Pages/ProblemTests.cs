using System.Net;
using CollectiveImpact.Console.Tests.Fakes;
using Grpc.Core;

namespace CollectiveImpact.Console.Tests.Pages;

public sealed class ProblemTests
{
    [Theory]
    [InlineData("/en/initiatives/ca.nowhere")]
    [InlineData("/en/initiatives/ca.nowhere/figure?indicator=ca%2Fhouseholds&period=2021")]
    [InlineData("/en/initiatives/ca/figure?indicator=ca%2Fhouseholds&period=2099")]
    [InlineData("/en/initiatives/ca/figure?indicator=ca%2Fhouseholds")]
    [InlineData("/en/initiatives")]
    [InlineData("/en/initiatives/ca/something/else")]
    public async Task What_does_not_exist_is_a_page_that_says_so(string address)
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var page = await console.Open(address);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("Nothing here by that name", page.Text);
    }

    [Theory]
    [InlineData("/en/initiatives/ca/plan", "Something went wrong here", "en-CA")]
    [InlineData("/fr/initiatives/ca/plan", "Un problème est survenu ici", "fr-CA")]
    public async Task What_nobody_foresaw_is_a_page_that_says_so_and_keeps_what_happened_to_itself(string address, string title, string language)
    {
        await using var console = await OpenConsole.Over(SampleNest.Make(), time: new BrokenClock());

        var page = await console.Open(address);

        Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
        Assert.Contains(title, page.Text);
        Assert.DoesNotContain(BrokenClock.Secret, page.Text);
        Assert.Contains($"Content-Language: {language}", page.Headers);
        Assert.Contains("Content-Security-Policy: default-src 'none'", page.Headers);
    }

    [Theory]
    [InlineData("CA")]
    [InlineData("ca%20on")]
    [InlineData("%3Cscript%3E")]
    [InlineData(".ca")]
    [InlineData("ca%0A")]
    public async Task An_id_that_cannot_be_one_is_asked_of_no_node(string id)
    {
        var nest = SampleNest.Make();
        await using var console = await OpenConsole.Over(nest);

        var page = await console.Open($"/en/initiatives/{id}");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Empty(nest.Calls);
    }

    [Theory]
    [InlineData("/en/")]
    [InlineData("/en/initiatives/ca")]
    [InlineData("/en/initiatives/ca/figure?indicator=ca%2Fhouseholds&period=2021")]
    public async Task A_node_that_is_gone_is_a_page_with_status_503_and_no_trace_of_a_stack(string address)
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());
        await console.StopNode();

        var page = await console.Open(address);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Contains("Out of reach for now", page.Text);
        Assert.DoesNotContain("Exception", page.Html);
        Assert.DoesNotContain("127.0.0.1", page.Html);
    }

    [Theory]
    [InlineData("ListInitiatives", "The initiatives aligned with it could not be listed.")]
    [InlineData("GetFunctionMap", "Who holds its functions could not be asked.")]
    [InlineData("ListIndicators", "These figures could not be reached.")]
    [InlineData("GetSeries", "These figures could not be reached.")]
    public async Task A_part_that_cannot_be_reached_is_named_with_its_holder_and_the_rest_is_shown(string method, string said)
    {
        var nest = SampleNest.Make();
        nest.Failing[method] = (StatusCode.Unavailable, "ca");
        await using var console = await OpenConsole.Over(nest);

        var page = await console.Open("/en/initiatives/ca.on.hamilton");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Hamilton & area", page.Texts("h1"));
        Assert.Contains(said, page.Text);
        Assert.Contains("answers for it, and does not respond.", page.Text);
    }

    [Fact]
    public async Task The_first_page_stands_without_the_figures_of_its_top()
    {
        var nest = SampleNest.Make();
        nest.Failing["ListIndicators"] = (StatusCode.Unavailable, "ca");
        await using var console = await OpenConsole.Over(nest);

        var page = await console.Open("/en/");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("These figures could not be reached. Canada answers for it", page.Text);
        Assert.Contains("Ontario", page.Text);
    }

    private sealed class BrokenClock : TimeProvider
    {
        public const string Secret = "the spring of the clock";

        public override DateTimeOffset GetUtcNow() => throw new InvalidOperationException(Secret);
    }
}
