using CollectiveImpact.Gateway.Tests.Nodes;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Gateway.Tests.Routing;

/// <summary>Hamilton's node dials out only; Ontario's and Canada's are the gateway's.</summary>
public sealed class Nodes_that_cannot_be_reached : IAsyncLifetime
{
    private TestNode provincial = null!;
    private TestNode national = null!;
    private RunningGateway gateway = null!;

    public async Task InitializeAsync()
    {
        provincial = await TestNode.StartAsync("provincial", Level.Provincial);
        national = await TestNode.StartAsync("national", Level.National);
        foreach (var node in new[] { provincial, national })
            node.State.Tell(
                Maps.Own(Maps.Hamilton, "elsewhere", Maps.Ontario),
                Maps.Of("ca.on.young", "provincial", Maps.Hamilton, "elsewhere", 1, Maps.Ontario),
                Maps.Own(Maps.Ontario, "provincial", Maps.Canada),
                Maps.Own(Maps.Canada, "national"));
        gateway = await RunningGateway.StartAndHearAsync(provincial, national);
    }

    public async Task DisposeAsync()
    {
        await gateway.DisposeAsync();
        await provincial.DisposeAsync();
        await national.DisposeAsync();
    }

    [Fact]
    public async Task A_write_to_a_holder_that_only_dials_out_is_unavailable_and_names_it()
    {
        var (status, fault) = await gateway.Measurement.ReportAsync(new() { Initiative = Maps.Hamilton }).FailureAsync();
        Assert.Equal(StatusCode.Unavailable, status);
        Assert.Equal(Maps.Hamilton, fault.Holder);
        Assert.Contains("establish shared measurement", fault.Message);
    }

    [Fact]
    public async Task A_write_to_a_host_that_only_dials_out_is_unavailable_and_names_it()
    {
        var (status, fault) = await gateway.Charter.DeclareAsync(new() { Initiative = Maps.Hamilton }).FailureAsync();
        Assert.Equal((StatusCode.Unavailable, Maps.Hamilton), (status, fault.Holder));
    }

    [Fact]
    public async Task A_read_is_answered_by_the_initiatives_own_node_where_the_holder_is_out_of_reach() =>
        Assert.Equal("provincial", await gateway.Measurement.GetSeriesAsync(new() { Initiative = "ca.on.young" }).AnsweredByAsync());

    [Fact]
    public async Task A_read_climbs_to_the_nearest_node_above() =>
        Assert.Equal("provincial", await gateway.Measurement.GetSeriesAsync(new() { Initiative = Maps.Hamilton }).AnsweredByAsync());

    [Fact]
    public async Task A_read_climbs_past_a_node_that_is_down()
    {
        await provincial.KillAsync();
        await gateway.UntilAsync(nest => nest.Up("provincial") is null);
        Assert.Equal("national", await gateway.Measurement.GetSeriesAsync(new() { Initiative = Maps.Hamilton }).AnsweredByAsync());
    }

    [Fact]
    public async Task A_write_to_a_node_that_is_down_is_unavailable_and_names_the_holder()
    {
        await provincial.KillAsync();
        await gateway.UntilAsync(nest => nest.Up("provincial") is null);
        var (status, fault) = await gateway.Measurement.ReportAsync(new() { Initiative = Maps.Ontario }).FailureAsync();
        Assert.Equal((StatusCode.Unavailable, Maps.Ontario), (status, fault.Holder));
    }

    [Fact]
    public async Task A_node_that_comes_back_is_called_again()
    {
        await provincial.KillAsync();
        await gateway.UntilAsync(nest => nest.Up("provincial") is null);
        await provincial.StartAsync();
        await gateway.UntilAsync(nest => nest.Up("provincial") is not null);
        Assert.Equal("provincial", await gateway.Measurement.ReportAsync(new() { Initiative = Maps.Ontario }).AnsweredByAsync());
    }

    [Fact]
    public async Task With_no_node_at_all_everything_is_unavailable()
    {
        await provincial.KillAsync();
        await national.KillAsync();
        await gateway.UntilAsync(nest => nest.Highest(_ => true) is null);
        Assert.Equal(StatusCode.Unavailable, (await gateway.Nest.ListInitiativesAsync(new()).FailureAsync()).Status);
        Assert.Equal(StatusCode.Unavailable, (await gateway.Measurement.GetSeriesAsync(new() { Initiative = Maps.Hamilton }).FailureAsync()).Status);
    }
}
