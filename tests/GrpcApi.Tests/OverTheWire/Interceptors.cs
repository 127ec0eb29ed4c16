using Grpc.Core;
using Grpc.Core.Interceptors;

namespace CollectiveImpact.GrpcApi.Tests.OverTheWire;

/// <summary>At the server: tells in a trailer which method it heard.</summary>
internal sealed class EarInterceptor : Interceptor
{
    public const string Trailer = "heard";

    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        context.ResponseTrailers.Add(Trailer, context.Method);
        return continuation(request, context);
    }
}

/// <summary>At the client: adds its name to a header, behind those already there.</summary>
internal sealed class SigningInterceptor(string name) : Interceptor
{
    public const string Header = "signatures";

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        var signatures = context.Options.Headers?.GetValue(Header);
        var headers = new Metadata { { Header, signatures + name } };
        return continuation(request, new(context.Method, context.Host, context.Options.WithHeaders(headers)));
    }
}
