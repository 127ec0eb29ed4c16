using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.V1;
using Google.Protobuf;
using Grpc.Core;

namespace CollectiveImpact.Console.Calls;

internal sealed partial class NestCalls
{
    /// <summary>Makes a call that writes a record, and tells how it ended, with the field that is at fault.</summary>
    public async Task<Told> Write<TRequest, TResponse>(
        Func<TRequest, CallOptions, AsyncUnaryCall<TResponse>> method,
        TRequest request,
        CancellationToken cancellationToken)
        where TResponse : class
    {
        var (_, fault) = await Try(method, request, cancellationToken);
        if (fault is null)
            return Told.Done;
        var more = More(fault);
        return new(fault.StatusCode, more?.Field ?? "", more?.Message ?? fault.Status.Detail, more?.Holder ?? "");
    }

    private static Fault? More(RpcException fault)
    {
        try
        {
            return fault.Trailers.GetValueBytes(FaultTrailer) is { } bytes ? Fault.Parser.ParseFrom(bytes) : null;
        }
        catch (InvalidProtocolBufferException)
        {
            // The status has a message of its own.
            return null;
        }
    }
}
