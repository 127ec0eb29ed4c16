using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.Exchange.Operator;
using CollectiveImpact.V1;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Logging;

namespace CollectiveImpact.Backbone.Calls;

/// <summary>
/// Has every call that is refused leave a trace: counted for the operator, and a line in the log. Neither says what was
/// sent. What the exchange refuses, it counts itself: links end without a status, and its reasons are kept.
/// </summary>
internal sealed partial class RefusalInterceptor(RefusedCalls refused, ILogger<RefusalInterceptor> logger) : Interceptor
{
    private static readonly string Exchange = $"/{V1.Exchange.Descriptor.FullName}/";

    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        Watch(context, () => continuation(request, context));

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        Watch(context, () => continuation(requestStream, context));

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        Watch(context, () => continuation(request, responseStream, context));

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        Watch(context, () => continuation(requestStream, responseStream, context));

    private async Task<T> Watch<T>(ServerCallContext context, Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (RpcException exception) when (IsRefusal(exception.StatusCode))
        {
            Note(context.Method, exception);
            throw;
        }
        catch (LogElsewhereException exception)
        {
            throw new RpcException(new Status(StatusCode.Unavailable, exception.Message));
        }
    }

    private Task Watch(ServerCallContext context, Func<Task> call) => Watch(context, async () =>
    {
        await call();
        return true;
    });

    private void Note(string method, RpcException exception)
    {
        if (method.StartsWith(Exchange, StringComparison.Ordinal)) return;
        var field = exception.Trailers.GetValueBytes(CallFault.Trailer) is { } bytes ? Fault.Parser.ParseFrom(bytes).Field : "";
        refused.Note(method.TrimStart('/'), exception.StatusCode, field, "");
        Log.Refused(logger, method, exception.StatusCode, field);
    }

    /// <summary>The caller asked for what it may not have or do. To look for what is not there is no mistake.</summary>
    private static bool IsRefusal(StatusCode status) => status is
        StatusCode.InvalidArgument or StatusCode.FailedPrecondition or StatusCode.PermissionDenied or StatusCode.Unauthenticated
        or StatusCode.AlreadyExists or StatusCode.Aborted or StatusCode.ResourceExhausted or StatusCode.OutOfRange;

    private static partial class Log
    {
        [LoggerMessage(100, LogLevel.Information, "{Method} was refused: {Status}, field `{Field}`")]
        public static partial void Refused(ILogger logger, string method, StatusCode status, string field);
    }
}
