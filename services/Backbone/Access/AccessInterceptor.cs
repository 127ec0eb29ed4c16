using CollectiveImpact.Hosting.Callers;
using CollectiveImpact.Hosting.Contract;
using CollectiveImpact.V1;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace CollectiveImpact.Backbone.Access;

/// <summary>
/// Has every call checked before it is made, where the node trusts gateways: who does not come by one of them is refused.
/// The exchange between nodes and the operator's calls have tokens of their own.
/// </summary>
internal sealed class AccessInterceptor(ContractMethods methods, CallerCheck callers, AccessRules rules) : Interceptor
{
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        if (Door(context) is var (method, caller))
        {
            Demand((method, caller), request);
            ActingPartner.Note(context, rules.ActingPartner(method, (IMessage)(object)request, caller));
        }

        return continuation(request, context);
    }

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Demand(Door(context), request);
        return continuation(request, responseStream, context);
    }

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        continuation(Door(context) is { } door ? new CheckedStream<TRequest>(requestStream, message => Demand(door, message)) : requestStream, context);

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        continuation(Door(context) is { } door ? new CheckedStream<TRequest>(requestStream, message => Demand(door, message)) : requestStream, responseStream, context);

    /// <summary>Which method is called, and by whom; null for what is no gateway's to pass on.</summary>
    private (ContractMethod Method, Caller Caller)? Door(ServerCallContext context)
    {
        if (!methods.TryFind(context.Method, out var method) || method.Route is null) return null;
        if (callers.Find(context.RequestHeaders.GetValue(CallerTokens.Header)) is not { } caller)
            throw new RpcException(new Status(StatusCode.Unauthenticated, "this node answers by its gateway: call that one"));
        return (method, caller);
    }

    private void Demand((ContractMethod Method, Caller Caller)? door, object message)
    {
        if (door is var (method, caller)) rules.Refuse(method, (IMessage)message, caller)?.Throw();
    }

    /// <summary>A stream of requests, each looked at before it is read.</summary>
    private sealed class CheckedStream<T>(IAsyncStreamReader<T> stream, Action<object> demand) : IAsyncStreamReader<T>
    {
        public T Current => stream.Current;

        public async Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            if (!await stream.MoveNext(cancellationToken)) return false;
            demand(stream.Current!);
            return true;
        }
    }
}
