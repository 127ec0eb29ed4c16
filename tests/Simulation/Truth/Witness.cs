using System.Collections.Immutable;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;

namespace CollectiveImpact.Simulation.Truth;

/// <summary>Stands between a log and its rules, and tells of what the node itself wrote once that is committed.</summary>
internal sealed class Witness(IDocumentRules inner, Action<StoredDocument> committed) : IDocumentRules
{
    private ImmutableList<StoredDocument> _working = [];

    public IReadOnlyCollection<string> Recalled => inner.Recalled;

    public long RouteVersion => inner.RouteVersion;

    public Travel? TravelOf(string kind) => inner.TravelOf(kind);

    public void Forget() => inner.Forget();

    public void Recall(StoredDocument document) => inner.Recall(document);

    public RefusalReason? Refuse(LogTransaction transaction, StoredDocument document, StoredDocument? former, LinkPeer peer) =>
        inner.Refuse(transaction, document, former, peer);

    public void Apply(LogTransaction transaction, StoredDocument document, StoredDocument? former)
    {
        if (document.Arrived is null) _working = _working.Add(document);
        inner.Apply(transaction, document, former);
    }

    public void Flush(LogTransaction transaction) => inner.Flush(transaction);

    public object Mark() => (inner.Mark(), _working);

    public void Restore(object mark)
    {
        (var own, _working) = ((object, ImmutableList<StoredDocument>))mark;
        inner.Restore(own);
    }

    public void Publish()
    {
        foreach (var document in _working) committed(document);
        _working = [];
        inner.Publish();
    }

    public Func<StoredDocument, bool> RouteTo(LinkPeer peer, IReadOnlySet<NodeId> neighbours) => inner.RouteTo(peer, neighbours);
}
