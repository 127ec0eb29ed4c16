using CollectiveImpact.Gateway.Tests.Nodes;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Gateway.Tests.Routing;

public sealed class The_first_moments
{
    [Fact]
    public async Task A_call_before_a_node_has_told_what_it_knows_waits_for_it()
    {
        await using var node = await TestNode.StartAsync("n", Level.National);
        var mayTell = new TaskCompletionSource();
        node.State.MayTell = mayTell.Task;
        node.State.Tell(Maps.Own(Maps.Canada, "n"));
        await using var gateway = await RunningGateway.StartAsync(node);

        var call = gateway.Measurement.ReportAsync(new() { Initiative = Maps.Canada });
        mayTell.SetResult();
        Assert.Equal("n", await call.AnsweredByAsync());
    }

    [Fact]
    public async Task A_call_for_what_nobody_told_in_time_is_not_found()
    {
        await using var told = await TestNode.StartAsync("told", Level.National);
        await using var silent = await TestNode.StartAsync("silent", Level.Local);
        silent.State.MayTell = new TaskCompletionSource().Task;
        told.State.Tell(Maps.Own(Maps.Canada, "told"));
        await using var gateway = await RunningGateway.StartAsync(told, silent);

        var (status, _) = await gateway.Measurement.ReportAsync(new() { Initiative = Maps.Hamilton }).FailureAsync();
        Assert.Equal(StatusCode.NotFound, status);
    }

    [Fact]
    public async Task Nodes_may_start_after_the_gateway()
    {
        await using var node = await TestNode.StartAsync("n", Level.National);
        node.State.Tell(Maps.Own(Maps.Canada, "n"));
        await node.KillAsync();
        await using var gateway = await RunningGateway.StartAsync(node);
        var call = gateway.Nest.GetInitiativeAsync(new() { Initiative = Maps.Canada });
        await node.StartAsync();
        Assert.Equal("n", await call.AnsweredByAsync());
    }
}
