using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Gateway.Tests.Nodes;

internal static class Answers
{
    /// <summary>Which node answered.</summary>
    public static async Task<string> AnsweredByAsync<T>(this AsyncUnaryCall<T> call)
    {
        await call;
        return (await call.ResponseHeadersAsync).GetValue("answered-by") ?? "";
    }

    /// <summary>The failure of a call that must fail, and its fault.</summary>
    public static async Task<(StatusCode Status, Fault Fault)> FailureAsync<T>(this AsyncUnaryCall<T> call)
    {
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await call);
        return (failure.StatusCode, failure.Fault());
    }

    public static Fault Fault(this RpcException failure) =>
        failure.Trailers.GetValueBytes("collectiveimpact-fault-bin") is { } bytes
            ? V1.Fault.Parser.ParseFrom(bytes)
            : new Fault { Message = failure.Status.Detail };
}
