using Grpc.Core;

namespace CollectiveImpact.Gateway.Calls;

/// <summary>The requests of a call whose first message says which node it goes to.</summary>
/// <param name="first">Completed with the first message.</param>
/// <param name="call">Started once it is.</param>
internal sealed class RoutedUpload<TRequest, TResponse>(TaskCompletionSource<TRequest> first, RoutedCall<AsyncClientStreamingCall<TRequest, TResponse>> call)
    : IClientStreamWriter<TRequest>
{
    public WriteOptions? WriteOptions { get; set; }

    public Task WriteAsync(TRequest message) => WriteAsync(message, CancellationToken.None);

    public async Task WriteAsync(TRequest message, CancellationToken cancellationToken)
    {
        first.TrySetResult(message);
        var (started, _) = await call.Started.WaitAsync(cancellationToken);
        started.RequestStream.WriteOptions = WriteOptions;
        await started.RequestStream.WriteAsync(message, cancellationToken);
    }

    public async Task CompleteAsync()
    {
        first.TrySetException(new RpcException(new Status(StatusCode.InvalidArgument, "Send a first message: it says where the call goes.")));
        var (started, _) = await call.Started;
        await started.RequestStream.CompleteAsync();
    }
}
