using CollectiveImpact.Exchange.Log;

namespace CollectiveImpact.Exchange.Documents;

/// <summary>What the exchange asks of whoever gives documents their meaning. Called on the log's own thread.</summary>
public interface IDocumentRules
{
    /// <summary>Which way a kind travels; null for a kind that is not known here.</summary>
    Travel? TravelOf(string kind);

    /// <summary>The kinds that are held in memory: the log reads them out when it starts.</summary>
    IReadOnlyCollection<string> Recalled { get; }

    /// <summary>Forgets all: what stands is read out again.</summary>
    void Forget();

    /// <summary>Takes a document into account that stands already.</summary>
    void Recall(StoredDocument document);

    /// <summary>Why a document that came by a link may not be stored; null when it may.</summary>
    RefusalReason? Refuse(LogTransaction transaction, StoredDocument document, StoredDocument? former, LinkPeer peer);

    /// <summary>Takes the effect of a document into account, in the transaction that stores it.</summary>
    void Apply(LogTransaction transaction, StoredDocument document, StoredDocument? former);

    /// <summary>Ends an operation: whatever was put off until its last document is written now.</summary>
    void Flush(LogTransaction transaction);

    /// <summary>What is known now, to come back to by <see cref="Restore"/> if a transaction fails.</summary>
    object Mark();

    /// <summary>Comes back to what was known at a mark.</summary>
    void Restore(object mark);

    /// <summary>Makes what is known visible to readers: it is on disk.</summary>
    void Publish();

    /// <summary>
    /// A question that a link may ask of every document, as of what is known now: does it go to this peer? It is asked
    /// anew when <see cref="RouteVersion"/> changes, and from any thread.
    /// </summary>
    /// <param name="peer">The other end of the link.</param>
    /// <param name="neighbours">All nodes that this one has links with.</param>
    Func<StoredDocument, bool> RouteTo(LinkPeer peer, IReadOnlySet<NodeId> neighbours);

    /// <summary>Changes whenever routes may have changed.</summary>
    long RouteVersion { get; }
}
