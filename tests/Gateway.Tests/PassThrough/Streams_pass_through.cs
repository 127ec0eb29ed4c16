using CollectiveImpact.Gateway.Tests.Nodes;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Gateway.Tests.PassThrough;

public sealed class Streams_pass_through : OneNode
{
    private static readonly WatchSeriesRequest Request = new() { Initiative = Maps.Canada };

    [Fact]
    public async Task A_stream_of_requests_is_passed_on_as_it_comes()
    {
        using var import = Gateway.Measurement.Import();
        for (var item = 1; item <= 3; item++)
        {
            await import.RequestStream.WriteAsync(new ImportRequest { Initiative = Maps.Canada });
            // The next is written only once the node has this one.
            await Node.State.Imported.Reader.ReadAsync();
        }
        await import.RequestStream.CompleteAsync();
        Assert.Equal(3, (await import).Items);
    }

    [Fact]
    public async Task A_large_stream_is_passed_on_whole()
    {
        const int Items = 64;
        var item = new ImportRequest
        {
            Initiative = Maps.Canada,
            Published = new PublishedFigure { Source = new string('x', 1024 * 1024) },
        };
        using var import = Gateway.Measurement.Import();
        for (var count = 0; count < Items; count++)
            await import.RequestStream.WriteAsync(item);
        await import.RequestStream.CompleteAsync();
        Assert.Equal(Items, (await import).Items);
    }

    [Fact]
    public async Task A_stream_of_responses_is_passed_on_as_it_comes()
    {
        var readSoFar = new SemaphoreSlim(1);
        Node.State.OnWatchSeries = async (_, responses, context) =>
        {
            for (var count = 0; count < 3; count++)
            {
                await readSoFar.WaitAsync(context.CancellationToken);
                await responses.WriteAsync(new WatchSeriesResponse { Complete = true }, context.CancellationToken);
            }
        };
        using var watch = Gateway.Measurement.WatchSeries(Request);
        var received = 0;
        await foreach (var _ in watch.ResponseStream.ReadAllAsync())
        {
            received++;
            readSoFar.Release();
        }
        Assert.Equal(3, received);
    }

    [Fact]
    public async Task A_watch_that_the_caller_leaves_ends_at_the_node()
    {
        var left = WatchForEver();
        using (var watch = Gateway.Measurement.WatchSeries(Request))
            Assert.True(await watch.ResponseStream.MoveNext(default));
        await left.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_watch_whose_node_is_killed_ends_as_unavailable()
    {
        _ = WatchForEver();
        using var watch = Gateway.Measurement.WatchSeries(Request);
        Assert.True(await watch.ResponseStream.MoveNext(default));
        await Node.KillAsync();
        var failure = await Assert.ThrowsAsync<RpcException>(() => watch.ResponseStream.MoveNext(default));
        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
    }

    [Fact]
    public async Task A_watch_does_not_hold_up_the_gateways_stop()
    {
        _ = WatchForEver();
        using var watch = Gateway.Measurement.WatchSeries(Request);
        Assert.True(await watch.ResponseStream.MoveNext(default));
        var stop = Gateway.StopAsync();
        var failure = await Assert.ThrowsAsync<RpcException>(() => watch.ResponseStream.MoveNext(default));
        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
        await stop.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_call_that_is_under_way_is_answered_before_the_gateway_stops()
    {
        var asked = new TaskCompletionSource();
        var mayAnswer = new TaskCompletionSource();
        Node.State.OnReport = async (_, _) =>
        {
            asked.SetResult();
            await mayAnswer.Task;
            return new ReportResponse { Revision = 7 };
        };
        var report = Gateway.Measurement.ReportAsync(new() { Initiative = Maps.Canada });
        await asked.Task;
        var stop = Gateway.StopAsync();
        mayAnswer.SetResult();
        Assert.Equal(7, (await report).Revision);
        await stop;
    }

    /// <summary>Has the node answer a watch with one message and no end. Completes when the caller has left.</summary>
    private Task WatchForEver()
    {
        var left = new TaskCompletionSource();
        Node.State.OnWatchSeries = async (_, responses, context) =>
        {
            context.CancellationToken.Register(left.SetResult);
            await responses.WriteAsync(new WatchSeriesResponse { Complete = true }, context.CancellationToken);
            await left.Task;
        };
        return left.Task;
    }
}
