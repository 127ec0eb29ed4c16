using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.Exchange.Telemetry;
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

    /// <summary>Stores batches that came one after the other, as one.</summary>
    public async Task ReceiveAsync(IReadOnlyList<CheckedBatch> batches, CancellationToken cancellationToken)
    {
        var (through, gap) = (_received, false);
        List<ReceivedDocument> documents = [];
        foreach (var batch in batches)
        {
            if (batch.After > through)
            {
                gap = true;
            }
            else if (batch.Through > through)
            {
                documents.AddRange(batch.Documents);
                through = batch.Through;
            }
        }

        List<Refusal> refusals = [];
        if (through > _received)
        {
            using var activity = status.Telemetry.BeginBatch(peer.Node, documents.Count);
            var outcome = new BatchOutcome();
            refusals = await log.WriteAsync(transaction => Store(transaction, documents, through, outcome), cancellationToken);
            _received = through;
            status.Received(peerLog, _received);
            status.Telemetry.Took(peer.Node, outcome);
        }

        // A batch that came twice is acknowledged too: the first acknowledgement may have been lost.
        if (batches.Any(batch => batch.After <= _received)) say(new LinkFrame { Ack = new Ack { Through = _received, Refusals = { refusals } } });
        if (gap) say(new LinkFrame { Again = new Again { After = _received } });
    }

    private List<Refusal> Store(LogTransaction transaction, List<ReceivedDocument> documents, long through, BatchOutcome outcome)
    {
        List<Refusal> refusals = [];
        foreach (var document in documents)
        {
            if (transaction.Accept(document, peer) is not { } reason) continue;
            refusals.Add(new HeldDocuments(transaction).Hold(document, peer, reason.Text));
            outcome.Refuse(document, reason.Class);
        }

        outcome.Applied = transaction.Stored.Count;
        LinkTable.Advance(transaction, link, peerLog, through);
        return refusals;
    }
}
