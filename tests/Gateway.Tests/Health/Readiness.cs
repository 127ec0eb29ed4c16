using System.Net;
using CollectiveImpact.Gateway.Tests.Nodes;
using CollectiveImpact.V1;

namespace CollectiveImpact.Gateway.Tests.Health;

public sealed class Readiness
{
    [Fact]
    public async Task A_gateway_is_ready_while_it_hears_one_node_of_several()
    {
        await using var national = await TestNode.StartAsync("n", Level.National);
        await using var provincial = await TestNode.StartAsync("p", Level.Provincial);
        await using var gateway = await RunningGateway.StartAndHearAsync(national, provincial);
        await AssertReadyAsync(gateway, HttpStatusCode.OK, "2 of 2 answer");

        await provincial.KillAsync();
        await gateway.UntilAsync(nest => nest.Nodes.Any(node => !node.IsUp));
        await AssertReadyAsync(gateway, HttpStatusCode.OK, "1 of 2 answer");

        await national.KillAsync();
        await gateway.UntilAsync(nest => nest.Nodes.All(node => !node.IsUp));
        await AssertReadyAsync(gateway, HttpStatusCode.ServiceUnavailable, "0 of 2 answer");
        using var live = await gateway.Http.GetAsync("/healthz/live");
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);

        await national.StartAsync();
        await gateway.UntilAsync(nest => nest.Nodes.Any(node => node.IsUp));
        await AssertReadyAsync(gateway, HttpStatusCode.OK, "1 of 2 answer");
    }

    private static async Task AssertReadyAsync(RunningGateway gateway, HttpStatusCode status, string description)
    {
        using var answer = await gateway.Http.GetAsync("/healthz/ready");
        Assert.Equal(status, answer.StatusCode);
        var word = status is HttpStatusCode.OK ? "healthy" : "unhealthy";
        Assert.Equal(
            $$"""{"status":"{{word}}","checks":[{"name":"nodes","status":"{{word}}","description":"{{description}}"}]}""",
            await answer.Content.ReadAsStringAsync());
    }
}
