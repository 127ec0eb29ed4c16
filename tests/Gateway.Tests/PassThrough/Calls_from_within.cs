using CollectiveImpact.Gateway.Tests.Nodes;
using CollectiveImpact.V1;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;

namespace CollectiveImpact.Gateway.Tests.PassThrough;

/// <summary>The invoker that pages use.</summary>
public sealed class Calls_from_within : OneNode
{
    private SharedMeasurement.SharedMeasurementClient Measurement =>
        new(Gateway.Services.GetRequiredService<CallInvoker>());

    [Fact]
    public async Task A_call_is_routed() =>
        Assert.Equal("n", (await Measurement.GetSeriesAsync(new() { Initiative = Maps.Canada })).Indicator.Initiative);

    [Fact]
    public async Task A_refusal_is_an_rpc_exception_with_a_fault()
    {
        var call = Measurement.ReportAsync(new());
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await call);
        Assert.Equal((StatusCode.InvalidArgument, "initiative"), (failure.StatusCode, failure.Fault().Field));
        Assert.Equal(StatusCode.InvalidArgument, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task A_stream_of_responses_is_read()
    {
        Node.State.OnWatchSeries = async (_, responses, _) =>
        {
            await responses.WriteAsync(new WatchSeriesResponse());
            await responses.WriteAsync(new WatchSeriesResponse { Complete = true });
        };
        using var watch = Measurement.WatchSeries(new() { Initiative = Maps.Canada });
        var received = new List<bool>();
        await foreach (var response in watch.ResponseStream.ReadAllAsync())
            received.Add(response.Complete);
        Assert.Equal([false, true], received);
        Assert.Equal(StatusCode.OK, watch.GetStatus().StatusCode);
    }

    [Fact]
    public async Task A_call_that_is_disposed_of_ends_at_the_node()
    {
        var left = new TaskCompletionSource();
        Node.State.OnWatchSeries = async (_, responses, context) =>
        {
            context.CancellationToken.Register(left.SetResult);
            await responses.WriteAsync(new WatchSeriesResponse());
            await left.Task;
        };
        using (var watch = Measurement.WatchSeries(new() { Initiative = Maps.Canada }))
            Assert.True(await watch.ResponseStream.MoveNext(default));
        await left.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }
}
