using CollectiveImpact.Exchange.Joining;
using CollectiveImpact.Exchange.Operator;
using CollectiveImpact.V1;
using Grpc.Core;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CollectiveImpact.Exchange.Links;

/// <summary>What other nodes call: children link here, and nodes that were invited join.</summary>
internal sealed partial class LinkService(
    ChildLinks children, Redemption redemption, LinkEnd end, IHostApplicationLifetime lifetime, RefusedCalls refused, ILogger<LinkService> logger) : V1.Exchange.ExchangeBase
{
    public override async Task Link(
        IAsyncStreamReader<LinkFrame> requestStream, IServerStreamWriter<LinkFrame> responseStream, ServerCallContext context)
    {
        var held = await end.Log.HoldAsync(context.CancellationToken);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping, held);
        try
        {
            await children.ServeAsync(new LinkStream(requestStream, responseStream.WriteAsync), ending.Token);
        }
        catch (LinkFault fault)
        {
            Log.Stopped(logger, fault.Message);
            refused.Note($"{V1.Exchange.Descriptor.FullName}/{nameof(Link)}", StatusCode.FailedPrecondition, "", fault.Message);
            await responseStream.WriteAsync(new LinkFrame { Stop = new Stop { Reason = fault.Message } }, CancellationToken.None);
        }
        catch (Exception exception) when (LinkSession.IsBroken(exception) && exception is not RpcException)
        {
            throw new RpcException(new Status(StatusCode.Unavailable, "the link can't be served now; dial again"), exception.Message);
        }
    }

    public override async Task<JoinResponse> Join(JoinRequest request, ServerCallContext context)
    {
        try
        {
            return await redemption.RedeemAsync(request, context.CancellationToken);
        }
        catch (LinkFault fault)
        {
            Log.Stopped(logger, fault.Message);
            refused.Note($"{V1.Exchange.Descriptor.FullName}/{nameof(Join)}", StatusCode.PermissionDenied, "", fault.Message);
            throw new RpcException(new Status(StatusCode.PermissionDenied, fault.Message));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(22, LogLevel.Warning, "A link was stopped: {Reason}")]
        public static partial void Stopped(ILogger logger, string reason);
    }
}
