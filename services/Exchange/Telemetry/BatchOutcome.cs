using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;

namespace CollectiveImpact.Exchange.Telemetry;

/// <summary>What became of a batch's documents.</summary>
internal sealed class BatchOutcome
{
    private readonly List<(string Kind, RefusalClass Reason)> _refused = [];

    /// <summary>Documents that were stored. Those that stood already are none of them.</summary>
    public int Applied { get; set; }

    /// <summary>The kind of each document that was refused, and why.</summary>
    public IReadOnlyList<(string Kind, RefusalClass Reason)> Refused => _refused;

    // A kind that is not known here is whatever the peer wrote.
    public void Refuse(ReceivedDocument document, RefusalClass reason) =>
        _refused.Add((document.Fault is null && reason != RefusalClass.Kind ? document.Document.Content.Kind : "unknown", reason));
}
