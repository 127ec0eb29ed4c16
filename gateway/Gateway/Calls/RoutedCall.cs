using Grpc.Core;

namespace CollectiveImpact.Gateway.Calls;

/// <summary>A call that is given out before it is known which node it goes to.</summary>
/// <typeparam name="TCall">The call to the node.</typeparam>
internal sealed class RoutedCall<TCall> : IDisposable
    where TCall : class, IDisposable
{
    private readonly CancellationTokenSource cancellation;

    /// <param name="start">Finds the node and calls it; throws <see cref="RpcException" /> where there is none.</param>
    public RoutedCall(CallOptions options, Func<CallOptions, Task<(TCall, Uri)>> start)
    {
        cancellation = CancellationTokenSource.CreateLinkedTokenSource(options.CancellationToken);
        Started = start(options.WithCancellationToken(cancellation.Token));
    }

    /// <summary>The call to the node, and the node's address.</summary>
    public Task<(TCall Call, Uri Node)> Started { get; }

    /// <summary>What the call has once it has ended: of the node's call, or of the rejection to start one.</summary>
    public TResult Ended<TResult>(Func<TCall, TResult> called, Func<RpcException, TResult> refused)
    {
        if (Started.IsCompletedSuccessfully)
            return called(Started.Result.Call);
        if (Started.Exception?.InnerException is RpcException rejection)
            return refused(rejection);
        throw new InvalidOperationException("The call has not ended.");
    }

    public void Dispose()
    {
        cancellation.Cancel();
        if (Started.IsCompletedSuccessfully)
            Started.Result.Call.Dispose();
        cancellation.Dispose();
    }
}
