using Grpc.Core;

namespace CollectiveImpact.GrpcApi.Tests.OverTheWire;

/// <summary>Every test has a server of its own, whose sightings are of its one call.</summary>
public sealed class GivingUpTests : IAsyncLifetime
{
    private readonly EchoServer server = new();

    public Task InitializeAsync() => ((IAsyncLifetime)server).InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)server).DisposeAsync();

    [Fact(Timeout = EchoServer.Patience)]
    public async Task A_deadline_ends_the_call_at_both_ends()
    {
        var deadline = DateTime.UtcNow.AddSeconds(1);
        using var call = Client().WaitAsync(new Line(), deadline: deadline);

        var error = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);

        Assert.Equal(StatusCode.DeadlineExceeded, error.StatusCode);
        Assert.Equal(deadline, await server.Sightings.Deadline.Task, TimeSpan.FromSeconds(1));
        await server.Sightings.Cancelled.Task;
    }

    [Fact(Timeout = EchoServer.Patience)]
    public async Task A_cancelled_token_ends_the_call_at_both_ends()
    {
        using var cancellation = new CancellationTokenSource();
        using var call = Client().WaitAsync(new Line(), cancellationToken: cancellation.Token);
        Assert.Equal(DateTime.MaxValue, await server.Sightings.Deadline.Task);

        await cancellation.CancelAsync();

        var error = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);
        Assert.Equal(StatusCode.Cancelled, error.StatusCode);
        await server.Sightings.Cancelled.Task;
    }

    [Fact(Timeout = EchoServer.Patience)]
    public async Task A_disposed_call_ends_at_both_ends()
    {
        var call = Client().WaitAsync(new Line());
        await server.Sightings.Deadline.Task;

        call.Dispose();

        await server.Sightings.Cancelled.Task;
        Assert.Equal(StatusCode.Cancelled, call.GetStatus().StatusCode);
    }

    private Echo.EchoClient Client() => new(server.Channel);
}
