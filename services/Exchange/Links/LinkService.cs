using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Keys;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Grpc.Core;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CollectiveImpact.Exchange.Links;

/// <summary>The parent's end of links: children dial it.</summary>
internal sealed partial class LinkService(
    DocumentLog log,
    IDocumentRules rules,
    NodeKey key,
    NodeDescription self,
    LinkBoard board,
    TimeProvider time,
    IHostApplicationLifetime lifetime,
    ILogger<LinkService> logger) : V1.Exchange.ExchangeBase
{
    public override async Task Link(
        IAsyncStreamReader<LinkFrame> requestStream, IServerStreamWriter<LinkFrame> responseStream, ServerCallContext context)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        try
        {
            await ServeAsync(requestStream, responseStream, ending.Token);
        }
        catch (LinkFault fault)
        {
            Log.Stopped(logger, fault.Message);
            await responseStream.WriteAsync(new LinkFrame { Stop = new Stop { Reason = fault.Message } }, CancellationToken.None);
        }
    }

    private async Task ServeAsync(
        IAsyncStreamReader<LinkFrame> incoming, IServerStreamWriter<LinkFrame> outgoing, CancellationToken cancellationToken)
    {
        if (!await incoming.MoveNext(cancellationToken)) return;
        var hello = incoming.Current.Hello;
        var node = LinkHandshake.Read(hello);
        if (hello.Level >= self.Level)
            throw new LinkFault($"this node is {self.Level}, and takes links from levels below; the peer is {hello.Level}");
        var ((link, outcome), refusals) = await log.WriteAsync(
            transaction =>
            {
                var met = LinkHandshake.Meet(transaction, LinkHandshake.Answer(transaction, hello, node), hello, node);
                return (met, RefusalTable.LastByPeer(transaction, met.Link));
            },
            cancellationToken);
        var session = board.Begin(link, cancellationToken);
        try
        {
            await ExchangeAsync(incoming, outgoing, hello, link, node, outcome, refusals, session.Token);
        }
        finally
        {
            board.End(link, session);
        }
    }

    private async Task ExchangeAsync(
        IAsyncStreamReader<LinkFrame> incoming,
        IServerStreamWriter<LinkFrame> outgoing,
        Hello hello,
        StoredLink link,
        NodeId node,
        Reconciled outcome,
        long refusals,
        CancellationToken cancellationToken)
    {
        var status = board.Status(link);
        await outgoing.WriteAsync(new LinkFrame { Hello = LinkSession.Greet(link, log, self, key, refusals) }, cancellationToken);
        if (outcome != Reconciled.Ready)
        {
            // The child learns it from this end's Hello, and dials again.
            status.Closed("one of the two logs ends before what the other had received of it; the child has been told");
            return;
        }

        status.Open();
        Log.Opened(logger, link.Id, node.Fingerprint);
        try
        {
            await new LinkSession(link, log, rules, status, time, incoming, outgoing.WriteAsync)
                .RunAsync(hello, new LinkPeer(link.Number, node, hello.Level, IsParent: false), cancellationToken);
            status.Closed("");
        }
        catch (LinkFault fault)
        {
            status.Closed(fault.Message);
            throw;
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or RpcException or TimeoutException or InvalidOperationException)
        {
            // The stream is gone; the child dials again.
            status.Closed(exception.Message);
            Log.Closed(logger, link.Id, exception.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(20, LogLevel.Information, "Link {Link} with node {Node} is open")]
        public static partial void Opened(ILogger logger, string link, string node);

        [LoggerMessage(21, LogLevel.Information, "Link {Link} is closed: {Reason}")]
        public static partial void Closed(ILogger logger, string link, string reason);

        [LoggerMessage(22, LogLevel.Warning, "A link was stopped: {Reason}")]
        public static partial void Stopped(ILogger logger, string reason);
    }
}
