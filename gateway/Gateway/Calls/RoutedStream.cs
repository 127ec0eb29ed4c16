using Grpc.Core;

namespace CollectiveImpact.Gateway.Calls;

/// <summary>The responses of a call that is given out before it is known which node it goes to.</summary>
internal sealed class RoutedStream<TResponse>(RoutedCall<AsyncServerStreamingCall<TResponse>> call)
    : IAsyncStreamReader<TResponse>
{
    public TResponse Current => call.Started.IsCompletedSuccessfully
        ? call.Started.Result.Call.ResponseStream.Current
        : throw new InvalidOperationException("Nothing has been read.");

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        var (started, _) = await call.Started.WaitAsync(cancellationToken);
        return await started.ResponseStream.MoveNext(cancellationToken);
    }
}
