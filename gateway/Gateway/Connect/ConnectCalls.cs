using CollectiveImpact.Gateway.Routing;
using CollectiveImpact.Hosting.Contract;
using Grpc.Core;

namespace CollectiveImpact.Gateway.Connect;

/// <summary>
/// Answers the contract's unary methods to whoever speaks HTTP and JSON, by the Connect protocol:
/// https://connectrpc.com/docs/protocol.
/// </summary>
internal sealed class ConnectCalls(CallInvoker calls, RefusalLog refusals, TimeProvider time)
{
    public async Task AnswerAsync(HttpContext context, ContractMethod method)
    {
        var (request, error) = await ConnectRequest.ReadAsync(context.Request, method);
        if (request is not null)
        {
            await CallAsync(context, method, request);
            return;
        }
        refusals.Note(method, error!.Code);
        await error.WriteAsync(context);
    }

    private async Task CallAsync(HttpContext context, ContractMethod method, ConnectRequest request)
    {
        var options = new CallOptions(
            deadline: time.GetUtcNow().UtcDateTime + request.Timeout, cancellationToken: context.RequestAborted);
        byte[] answer;
        try
        {
            using var call = calls.AsyncUnaryCall(method.Untyped, null, options, request.Message);
            answer = request.Codec.Write(await call);
        }
        catch (RpcException failure)
        {
            await ConnectError.From(failure).WriteAsync(context);
            return;
        }
        context.Response.ContentType = request.Codec.ContentType;
        context.Response.ContentLength = answer.Length;
        await context.Response.Body.WriteAsync(answer, context.RequestAborted);
    }
}
