using Grpc.Core;

namespace CollectiveImpact.GrpcApi.Tests.Behaviour;

public sealed class CallOptionsTests
{
    [Fact]
    public void Nothing_is_asked_for_unless_told()
    {
        var options = new CallOptions();

        Assert.Null(options.Headers);
        Assert.Null(options.Deadline);
        Assert.Null(options.WriteOptions);
        Assert.Null(options.Credentials);
        Assert.False(options.IsWaitForReady);
        Assert.Equal(CancellationToken.None, options.CancellationToken);
    }

    [Fact]
    public void Each_change_keeps_what_was_set_before()
    {
        using var cancellation = new CancellationTokenSource();
        var headers = new Metadata();
        var deadline = DateTime.UtcNow;
        var writeOptions = new WriteOptions(WriteFlags.NoCompress);
        var credentials = CallCredentials.FromInterceptor((_, _) => Task.CompletedTask);

        var options = new CallOptions()
            .WithHeaders(headers)
            .WithDeadline(deadline)
            .WithCancellationToken(cancellation.Token)
            .WithWriteOptions(writeOptions)
            .WithCredentials(credentials)
            .WithWaitForReady();

        Assert.Same(headers, options.Headers);
        Assert.Equal(deadline, options.Deadline);
        Assert.Equal(cancellation.Token, options.CancellationToken);
        Assert.Same(writeOptions, options.WriteOptions);
        Assert.Same(credentials, options.Credentials);
        Assert.True(options.IsWaitForReady);
        Assert.False(options.WithWaitForReady(false).IsWaitForReady);
    }

    [Fact]
    public void A_change_leaves_the_original_as_it_was()
    {
        var original = new CallOptions();
        _ = original.WithHeaders([]);

        Assert.Null(original.Headers);
    }
}
