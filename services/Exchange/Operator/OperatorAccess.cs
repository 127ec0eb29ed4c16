using Grpc.Core;
using Grpc.Core.Interceptors;

namespace CollectiveImpact.Exchange.Operator;

/// <summary>Lets nobody but the node's operator call its service.</summary>
internal sealed class OperatorAccess(OperatorFile file) : Interceptor
{
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        Demand(context);
        return continuation(request, context);
    }

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Demand(context);
        return continuation(request, responseStream, context);
    }

    private void Demand(ServerCallContext context)
    {
        if (!file.Admits(context.RequestHeaders.GetValue("authorization")))
            throw new RpcException(new Status(
                StatusCode.Unauthenticated, "this call is the operator's: give the token that stands in operator.json in the node's data folder, as `authorization: Bearer TOKEN`"));
    }
}
