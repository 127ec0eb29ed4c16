using CollectiveImpact.Gateway.Callers;
using CollectiveImpact.Gateway.Nodes;
using CollectiveImpact.Gateway.Routing;
using CollectiveImpact.Hosting.Contract;
using Google.Protobuf;
using Grpc.Core;

namespace CollectiveImpact.Gateway.Calls;

/// <summary>
/// Calls from within the gateway, routed as those from outside are. A client built on it need not know which
/// node answers. A stream of requests goes where its first one does; of both ways at once there are none.
/// </summary>
internal sealed class RoutedInvoker(
    ContractMethods methods, Router router, NodeChannels nodes, MapVersion versions, CallerHeader header, IHttpContextAccessor requests, TimeProvider time, IAudit? audit = null) : CallInvoker
{
    // What a timer can hold.
    private static readonly TimeSpan LongestDeadline = TimeSpan.FromDays(30);

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions asked, TRequest request)
    {
        var call = new RoutedCall<AsyncUnaryCall<TResponse>>(asked, async own =>
        {
            var (node, options) = await FindAsync(method, request, own);
            return (node.Calls.AsyncUnaryCall(method, host, options, request), node.Address);
        });
        return new(
            RespondAsync(method, () => request, call, started => (started.ResponseAsync, started.ResponseHeadersAsync)),
            HeadersAsync(call, started => started.ResponseHeadersAsync),
            () => call.Ended(ended => ended.GetStatus(), rejection => rejection.Status),
            () => call.Ended(ended => ended.GetTrailers(), rejection => rejection.Trailers),
            call.Dispose);
    }

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions asked, TRequest request)
    {
        var call = new RoutedCall<AsyncServerStreamingCall<TResponse>>(asked, async own =>
        {
            var (node, options) = await FindAsync(method, request, own);
            return (node.Calls.AsyncServerStreamingCall(method, host, options, request), node.Address);
        });
        return new(
            new RoutedStream<TResponse>(call),
            HeadersAsync(call, started => started.ResponseHeadersAsync),
            () => call.Ended(ended => ended.GetStatus(), rejection => rejection.Status),
            () => call.Ended(ended => ended.GetTrailers(), rejection => rejection.Trailers),
            call.Dispose);
    }

    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
        throw new NotSupportedException("Finding the node takes time, and would block a thread: call asynchronously.");

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions asked)
    {
        var first = new TaskCompletionSource<TRequest>(TaskCreationOptions.RunContinuationsAsynchronously);
        var call = new RoutedCall<AsyncClientStreamingCall<TRequest, TResponse>>(asked, async own =>
        {
            var (node, options) = await FindAsync(method, await first.Task.WaitAsync(own.CancellationToken), own);
            return (node.Calls.AsyncClientStreamingCall(method, host, options), node.Address);
        });
        return new(
            new RoutedUpload<TRequest, TResponse>(first, call),
            RespondAsync(method, () => first.Task.Result, call, started => (started.ResponseAsync, started.ResponseHeadersAsync)),
            HeadersAsync(call, started => started.ResponseHeadersAsync),
            () => call.Ended(ended => ended.GetStatus(), rejection => rejection.Status),
            () => call.Ended(ended => ended.GetTrailers(), rejection => rejection.Trailers),
            call.Dispose);
    }

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options) =>
        throw new NotSupportedException("A stream of requests comes by gRPC, and passes through.");

    /// <param name="request">The request, or the first of several.</param>
    private async Task<TResponse> RespondAsync<TCall, TRequest, TResponse>(
        IMethod method, Func<TRequest> request, RoutedCall<TCall> call, Func<TCall, (Task<TResponse> Response, Task<Metadata> Headers)> answerOf)
        where TCall : class, IDisposable
    {
        var (started, node) = await call.Started;
        var answer = answerOf(started);
        var response = await answer.Response;
        if (methods.TryFind(method.FullName, out var known))
            audit?.Note(requests.HttpContext, known, (IMessage)request()!);
        var headers = await answer.Headers;
        // The call has been answered: cancelling it now must not make a failure of it.
        await versions.CatchUpAsync(node, headers.GetValue(MapVersion.Header), CancellationToken.None);
        return response;
    }

    private static async Task<Metadata> HeadersAsync<TCall>(
        RoutedCall<TCall> call, Func<TCall, Task<Metadata>> headersOf)
        where TCall : class, IDisposable
    {
        var (started, _) = await call.Started;
        var headers = new Metadata();
        foreach (var header in await headersOf(started))
            if (header.Key != MapVersion.Header)
                headers.Add(header);
        return headers;
    }

    /// <returns>The node, and the options with what it is told of the caller.</returns>
    private async Task<(NodeChannel Node, CallOptions Options)> FindAsync(IMethod method, object request, CallOptions options)
    {
        if (!methods.TryFind(method.FullName, out var known))
            throw Rejections.NoSuchMethod(method.FullName).ToException();

        using var deadline = Deadline(options.Deadline);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(options.CancellationToken, deadline.Token);
        try
        {
            var route = await router.RouteAsync(known, (IMessage)request, either.Token);
            return route.Node is { } node ? (nodes[node.Address], header.Set(options, node)) : throw route.Rejection!.ToException();
        }
        catch (OperationCanceledException)
        {
            throw new RpcException(options.CancellationToken.IsCancellationRequested
                ? new Status(StatusCode.Cancelled, "The call was cancelled.")
                : new Status(StatusCode.DeadlineExceeded, "The deadline passed before the call found its node."));
        }
    }

    private CancellationTokenSource Deadline(DateTime? deadline)
    {
        if (deadline is not { } moment)
            return new();
        var left = moment - time.GetUtcNow().UtcDateTime;
        return new(left < TimeSpan.Zero ? TimeSpan.Zero : left > LongestDeadline ? LongestDeadline : left, time);
    }
}
