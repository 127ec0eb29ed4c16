using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;

namespace CollectiveImpact.Backbone.Standing;

/// <summary>A kind of document: which way it travels, who may write it, and what it does.</summary>
internal interface IKind
{
    /// <summary>As it stands in a document.</summary>
    string Name { get; }

    Travel Travel { get; }

    /// <summary>Whether what it says is held in memory, and so is read out when the node starts.</summary>
    bool Recalled { get; }

    /// <summary>Why a document of another node may not be stored; null when it may.</summary>
    RefusalReason? Refuse(NodeStanding standing, StoredDocument document, StoredDocument? former, LinkPeer peer);

    /// <summary>What stands once the document does.</summary>
    NodeStanding Learn(NodeStanding standing, StoredDocument document) => standing;

    /// <summary>What else follows, in the transaction that stores it.</summary>
    void Follow(LogTransaction transaction, Step step);
}

/// <summary>One document's step from what stood to what stands.</summary>
internal sealed record Step(NodeStanding Before, NodeStanding After, StoredDocument Document, StoredDocument? Former);
