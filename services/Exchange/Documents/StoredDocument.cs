using CollectiveImpact.V1;

namespace CollectiveImpact.Exchange.Documents;

/// <summary>A document in this node's log.</summary>
/// <param name="Sequence">Its place in this node's log, from 1.</param>
/// <param name="Writer">The node that signed it.</param>
/// <param name="Content">What it says.</param>
/// <param name="Bytes">The very bytes that are signed: <paramref name="Content"/>, as its writer serialised it.</param>
/// <param name="Proof">The writer's signature. Null only within the transaction that writes it.</param>
/// <param name="Arrived">The number of the link it came by; null for this node's own.</param>
/// <param name="ReceivedAt">When this node stored it.</param>
public sealed record StoredDocument(
    long Sequence,
    NodeId Writer,
    Document Content,
    byte[] Bytes,
    Proof? Proof,
    long? Arrived,
    DateTimeOffset ReceivedAt)
{
    /// <summary>Its key.</summary>
    public DocumentKey Key => new(Content.Initiative, Content.Kind, Content.Id);

    /// <summary>
    /// Whether this is a later revision than <paramref name="other"/>. Epoch and revision decide; the time and, at
    /// last, the bytes only between two that a writer's rollback gave the same number, so that all nodes decide alike.
    /// </summary>
    public bool Supersedes(StoredDocument other)
    {
        var order = Content.Epoch.CompareTo(other.Content.Epoch);
        if (order == 0) order = Content.Revision.CompareTo(other.Content.Revision);
        if (order == 0) order = Content.WrittenAt.CompareTo(other.Content.WrittenAt);
        return (order == 0 ? Bytes.AsSpan().SequenceCompareTo(other.Bytes) : order) > 0;
    }
}
