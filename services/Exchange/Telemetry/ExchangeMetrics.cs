using System.Diagnostics.Metrics;
using CollectiveImpact.Exchange.Documents;

namespace CollectiveImpact.Exchange.Telemetry;

/// <summary>
/// What the exchange measures. Attributes name links and nodes, and states and reasons of which there are few: never a
/// figure, a person or a text that somebody wrote.
/// </summary>
internal sealed class ExchangeMetrics
{
    public const string MeterName = "CollectiveImpact.Exchange";

    /// <summary>Names of attributes: the link, the node at its other end, its state, and why a document was refused.</summary>
    public const string Link = "collectiveimpact.link.id", Peer = "collectiveimpact.peer.id",
        State = "collectiveimpact.link.state", Reason = "collectiveimpact.refusal.reason";

    private const string Prefix = "collectiveimpact.exchange.";

    private readonly Meter _meter;
    private readonly Counter<long> _sent;
    private readonly Counter<long> _applied;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _commits;
    private readonly Histogram<double> _commitDuration;
    private readonly Histogram<int> _commitOperations;

    public ExchangeMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(MeterName);
        _sent = _meter.CreateCounter<long>(Prefix + "documents.sent", "{document}", "Documents put on a link, those sent again included");
        _applied = _meter.CreateCounter<long>(Prefix + "documents.applied", "{document}", "Documents of a link that were stored with their effect");
        _refused = _meter.CreateCounter<long>(Prefix + "documents.refused", "{document}", "Documents of a link that got a receipt instead");
        _commits = _meter.CreateCounter<long>(Prefix + "commits", "{commit}", "Groups of operations that the log's store was asked to commit");
        _commitDuration = _meter.CreateHistogram(
            Prefix + "commit.duration", "s", "From the beginning of a group to its end on disk", null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] });
        _commitOperations = _meter.CreateHistogram(
            Prefix + "commit.operations", "{operation}", "Operations that shared a commit", null,
            new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128] });
    }

    public void Sent(string link, NodeId peer, int documents) => _sent.Add(documents, Of(link, peer));

    public void Applied(string link, NodeId peer, int documents) => _applied.Add(documents, Of(link, peer));

    public void Refused(string link, NodeId peer, RefusalClass reason) =>
        _refused.Add(1, new(Link, link), new(Peer, peer.Fingerprint), new(Reason, reason.Word()));

    public void Committed(TimeSpan duration, int operations, Exception? failure)
    {
        if (failure is null)
        {
            _commits.Add(1);
            _commitDuration.Record(duration.TotalSeconds);
        }
        else
        {
            KeyValuePair<string, object?> error = new("error.type", failure.GetType().FullName);
            _commits.Add(1, error);
            _commitDuration.Record(duration.TotalSeconds, error);
        }

        _commitOperations.Record(operations);
    }

    /// <summary>Has links looked at whenever somebody collects what is measured.</summary>
    public void Observe(Func<IReadOnlyList<LinkReading>> read)
    {
        _meter.CreateObservableGauge(
            Prefix + "link.state", () => read().SelectMany(link => link.States), "1", "1 for the state that a link is in, and 0 for the others");
        _meter.CreateObservableGauge(
            Prefix + "link.lag.documents", () => read().Select(link => link.Measure(link.Link.LagDocuments)),
            "{document}", "Places of this node's log that the peer has yet to acknowledge");
        _meter.CreateObservableGauge(
            Prefix + "link.lag.duration", () => read().Select(link => link.Measure(link.Link.LagSeconds)),
            "s", "For how long the oldest of them has stood in this node's log");
    }

    private static KeyValuePair<string, object?>[] Of(string link, NodeId peer) => [new(Link, link), new(Peer, peer.Fingerprint)];
}
