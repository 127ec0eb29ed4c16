using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Keys;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CollectiveImpact.Exchange.Links;

/// <summary>The child's end of links: dials every parent, for ever.</summary>
internal sealed partial class LinkDialer(
    IOptions<ExchangeOptions> options,
    DocumentLog log,
    IDocumentRules rules,
    NodeKey key,
    NodeDescription self,
    LinkBoard board,
    TimeProvider time,
    ILogger<LinkDialer> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(options.Value.Parents.Distinct().Select(address => KeepAsync(address, stoppingToken)));

    private async Task KeepAsync(string address, CancellationToken cancellationToken)
    {
        // A client, not its handler: with a handler the channel would dial by itself, at its own intervals.
        using var client = new HttpClient(new SocketsHttpHandler
        {
            ConnectTimeout = LinkTimes.Handshake,
            KeepAlivePingDelay = LinkTimes.Heartbeat,
            KeepAlivePingTimeout = LinkTimes.Heartbeat,
        })
        { Timeout = Timeout.InfiniteTimeSpan };
        using var channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions { HttpClient = client });
        for (var attempt = 1; !cancellationToken.IsCancellationRequested; attempt++)
        {
            var link = await log.WriteAsync(transaction => LinkHandshake.Dial(transaction, address), cancellationToken);
            var status = board.Status(link);
            var (reason, delay) = ("", LinkTimes.Unreachable(attempt, Random.Shared));
            try
            {
                status.Connecting();
                await ExchangeAsync(channel, link, status, () => attempt = 0, cancellationToken);
            }
            catch (LinkFault fault)
            {
                (reason, delay) = (fault.Message, LinkTimes.Stopped);
            }
            catch (Exception exception) when (exception is RpcException or IOException or TimeoutException or InvalidOperationException or OperationCanceledException)
            {
                if (cancellationToken.IsCancellationRequested) return;
                reason = exception is RpcException rpc ? rpc.Status.Detail : exception.Message;
                if (attempt == 0) delay = LinkTimes.Unreachable(1, Random.Shared);
            }

            Log.Broken(logger, link.Id, address, reason, delay.TotalSeconds);
            status.Waiting(reason, time.GetUtcNow() + delay, stopped: delay == LinkTimes.Stopped);
            await Task.Delay(delay, time, cancellationToken);
        }
    }

    private async Task ExchangeAsync(
        GrpcChannel channel, StoredLink link, LinkStatus status, Action opened, CancellationToken cancellationToken)
    {
        using var call = new V1.Exchange.ExchangeClient(channel).Link(cancellationToken: cancellationToken);
        var refusals = await log.WriteAsync(transaction => RefusalTable.LastByPeer(transaction, link), cancellationToken);
        await call.RequestStream.WriteAsync(new LinkFrame { Hello = LinkSession.Greet(link, log, self, key, refusals) }, cancellationToken);
        if (!await call.ResponseStream.MoveNext(cancellationToken).WaitAsync(LinkTimes.Handshake, time, cancellationToken))
            throw new IOException("the parent closed the stream without a word");
        var first = call.ResponseStream.Current;
        if (first.Stop is { } stop) throw new LinkFault(stop.Reason);
        var node = LinkHandshake.Read(first.Hello);
        if (first.Hello.Level <= self.Level) throw new LinkFault($"the node that was dialled is {first.Hello.Level}, which is no level above {self.Level}");

        var (met, outcome) = await log.WriteAsync(transaction => LinkHandshake.Meet(transaction, link, first.Hello, node), cancellationToken);
        opened();
        if (outcome == Reconciled.ParentMoved) throw new IOException("the parent is known under another address; its link is taken up again");
        if (outcome != Reconciled.Ready) throw new IOException("one of the two logs was rolled back; the two ends greet each other again");
        status.Open();
        Log.Opened(logger, link.Id, node.Fingerprint);
        await new LinkSession(met, log, rules, status, time, call.ResponseStream, call.RequestStream.WriteAsync)
            .RunAsync(first.Hello, new LinkPeer(met.Number, node, first.Hello.Level, IsParent: true), cancellationToken);
        throw new IOException("the parent closed the stream");
    }

    private static partial class Log
    {
        [LoggerMessage(10, LogLevel.Information, "Link {Link} to parent node {Node} is open")]
        public static partial void Opened(ILogger logger, string link, string node);

        [LoggerMessage(11, LogLevel.Warning, "Link {Link} to {Address} is broken: {Reason}. Next try in {Seconds:0.0} s")]
        public static partial void Broken(ILogger logger, string link, string address, string reason, double seconds);
    }
}
