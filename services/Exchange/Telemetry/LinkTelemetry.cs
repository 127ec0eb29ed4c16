using System.Diagnostics;
using CollectiveImpact.Exchange.Documents;
using Microsoft.Extensions.Logging;

namespace CollectiveImpact.Exchange.Telemetry;

/// <summary>What one link lets be seen of itself.</summary>
internal sealed partial class LinkTelemetry(string link, ExchangeMetrics metrics, ActivitySource source, ILogger logger)
{
    /// <summary>Ends a handshake: the exchange begins.</summary>
    public void Opened(Activity? handshake, NodeId peer) => Describe(handshake, peer)?.Stop();

    public void Sent(NodeId peer, int documents) => metrics.Sent(link, peer, documents);

    /// <summary>Begins to take a batch.</summary>
    public Activity? BeginBatch(NodeId peer, int documents) =>
        Describe(source.StartActivity("apply batch"), peer)?.SetTag("collectiveimpact.batch.documents", documents);

    /// <summary>A batch is on disk.</summary>
    public void Took(NodeId peer, BatchOutcome outcome)
    {
        if (outcome.Applied > 0) metrics.Applied(link, peer, outcome.Applied);
        foreach (var (kind, reason) in outcome.Refused)
        {
            metrics.Refused(link, peer, reason);
            Log.Refused(logger, link, kind, reason.Word());
        }
    }

    private Activity? Describe(Activity? activity, NodeId peer) =>
        activity?.SetTag(ExchangeMetrics.Link, link).SetTag(ExchangeMetrics.Peer, peer.Fingerprint);

    private static partial class Log
    {
        [LoggerMessage(40, LogLevel.Information, "A document of link {Link} was refused: kind {Kind}, reason {Reason}")]
        public static partial void Refused(ILogger logger, string link, string kind, string reason);
    }
}
