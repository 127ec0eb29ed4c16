using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Exchange.Links;

/// <summary>Takes a peer's log: stores the effect of each batch and the cursor as one, and acknowledges what is on disk.</summary>
internal sealed class LinkReceiver(
    StoredLink link, DocumentLog log, LinkPeer peer, string peerLog, LinkStatus status, Action<LinkFrame> say)
{
    private long _received = link.Received;

    /// <summary>Sends the receipts that the peer has not stored: an acknowledgement may have been lost.</summary>
    public async Task RepeatRefusalsAsync(long through, CancellationToken cancellationToken)
    {
        var refusals = await log.WriteAsync(transaction => RefusalTable.IssuedAfter(transaction, link, through), cancellationToken);
        if (refusals.Count > 0) say(new LinkFrame { Ack = new Ack { Through = _received, Refusals = { refusals } } });
    }

    public async Task ReceiveAsync(Batch batch, CancellationToken cancellationToken)
    {
        if (batch.After > _received)
        {
            say(new LinkFrame { Again = new Again { After = _received } });
            return;
        }

        if (batch.Through > _received)
        {
            var documents = DocumentCheck.Check(batch);
            var refusals = await log.WriteAsync(transaction => Store(transaction, documents, batch.Through), cancellationToken);
            _received = batch.Through;
            status.Received(peerLog, _received);
            say(new LinkFrame { Ack = new Ack { Through = _received, Refusals = { refusals } } });
            return;
        }

        say(new LinkFrame { Ack = new Ack { Through = _received } });
    }

    private List<Refusal> Store(LogTransaction transaction, List<ReceivedDocument> documents, long through)
    {
        List<Refusal> refusals = [];
        foreach (var document in documents)
        {
            if (transaction.Accept(document, peer) is { } reason)
                refusals.Add(new HeldDocuments(transaction).Hold(document, peer, reason));
        }

        LinkTable.Advance(transaction, link, peerLog, through);
        return refusals;
    }
}
