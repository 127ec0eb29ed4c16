using CollectiveImpact.Gateway.Connect;
using CollectiveImpact.Gateway.PassThrough;
using CollectiveImpact.Gateway.Routing;
using CollectiveImpact.Hosting.Contract;

namespace CollectiveImpact.Gateway;

/// <summary>One path a method, and two encodings: the content type tells gRPC from Connect.</summary>
internal sealed class NestEndpoints(ContractMethods methods, GrpcPassThrough grpc, ConnectCalls connect)
{
    private const string Grpc = "application/grpc";

    public void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (var method in methods.All)
        {
            string[] verbs = method.IsUnary && method.IsReadOnly
                ? [HttpMethods.Post, HttpMethods.Get]
                : [HttpMethods.Post];
            endpoints.MapMethods(method.Path, verbs, context => AnswerAsync(context, method));
        }
        // A service has a dot in its name, a page has none.
        endpoints.MapPost("/{package}.{service}/{method}", RejectAsync);
    }

    private Task AnswerAsync(HttpContext context, ContractMethod method)
    {
        if (!IsGrpc(context.Request))
            return connect.AnswerAsync(context, method);
        if (HttpProtocol.IsHttp2(context.Request.Protocol))
            return grpc.AnswerAsync(context, method);
        context.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
        return Task.CompletedTask;
    }

    private static Task RejectAsync(HttpContext context)
    {
        var rejection = Rejections.NoSuchMethod(context.Request.Path);
        if (!IsGrpc(context.Request))
        {
            var error = ConnectError.From(rejection) with { HttpStatus = StatusCodes.Status404NotFound };
            return error.WriteAsync(context);
        }
        GrpcRejection.Reject(context.Response, rejection);
        return Task.CompletedTask;
    }

    /// <summary>`application/grpc` and `application/grpc+proto`, but not `application/grpc-web`.</summary>
    private static bool IsGrpc(HttpRequest request) =>
        request.ContentType is { } type
        && type.StartsWith(Grpc, StringComparison.OrdinalIgnoreCase)
        && (type.Length == Grpc.Length || type[Grpc.Length] is '+' or ';');
}
