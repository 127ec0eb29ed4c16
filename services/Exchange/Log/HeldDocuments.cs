using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Keys;
using CollectiveImpact.Exchange.Links;
using CollectiveImpact.V1;

namespace CollectiveImpact.Exchange.Log;

/// <summary>
/// Documents that were refused, kept with their receipts. Two ways through the network may bring a document before the
/// one that makes it acceptable (a hand-over, a definition): it is looked at again when something of its initiative changes.
/// </summary>
internal sealed class HeldDocuments(LogTransaction transaction)
{
    /// <summary>A link's refused documents are kept whole up to this many; beyond it only their receipts are.</summary>
    private const int MostHeld = 10_000;

    public Refusal Hold(ReceivedDocument received, LinkPeer peer, string reason)
    {
        var statements = transaction.Statements;
        var content = received.Document.Content;
        var number = Convert.ToInt64(
            statements.Scalar("SELECT coalesce(max(number), 0) + 1 FROM refusals WHERE link = $1 AND by_peer = 0", [peer.Link]),
            System.Globalization.CultureInfo.InvariantCulture);
        // A document whose signature fails will fail for ever.
        var keep = received.Fault is null && number <= MostHeld;
        statements.Execute(
            """
            INSERT INTO refusals (link, by_peer, number, initiative, kind, id, epoch, revision, reason, at,
                document, public_key, signature, leaf, leaves, path, successions)
            VALUES ($1, 0, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
            """,
            [
                peer.Link, number, content.Initiative, content.Kind, content.Id, content.Epoch, content.Revision, reason,
                transaction.Now.ToUnixTimeMilliseconds(), keep ? received.Document.Bytes : null,
                keep ? received.Key.PublicKey : null, received.Document.Proof!.Signature, received.Document.Proof.Leaf,
                received.Document.Proof.Leaves, received.Document.Proof.Path,
                keep ? SuccessionCheck.Store(received.Key.Successions) : null,
            ]);
        transaction.State.Holds |= keep;
        return new Refusal
        {
            Number = number,
            Initiative = content.Initiative,
            Kind = content.Kind,
            Id = content.Id,
            Epoch = content.Epoch,
            Revision = content.Revision,
            Reason = reason,
            At = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(transaction.Now),
        };
    }

    /// <summary>Tries again what is held of these initiatives; "*" stands for all.</summary>
    public void Reconsider(HashSet<string> initiatives)
    {
        while (transaction.State.Holds && initiatives.Count > 0)
        {
            var chosen = initiatives.Contains("*") ? Held(null) : [.. initiatives.SelectMany(Held)];
            initiatives.Clear();
            Dictionary<long, LinkPeer> peers = [];
            foreach (var (link, number, received) in chosen)
            {
                // Accepting one may make another acceptable: it adds to the set, and the loop goes round again.
                if (transaction.Accept(received, PeerOf(link, peers)) is not null) continue;
                transaction.Statements.Execute(
                    "UPDATE refusals SET accepted = 1, document = NULL, public_key = NULL WHERE link = $1 AND by_peer = 0 AND number = $2",
                    [link, number]);
            }
        }
    }

    private LinkPeer PeerOf(long link, Dictionary<long, LinkPeer> known)
    {
        if (!known.TryGetValue(link, out var peer)) known.Add(link, peer = LinkTable.PeerOf(transaction, link));
        return peer;
    }

    private List<(long Link, long Number, ReceivedDocument Document)> Held(string? initiative)
    {
        const string held =
            "SELECT link, number, document, public_key, signature, leaf, leaves, path, successions FROM refusals WHERE by_peer = 0 AND accepted = 0 AND document IS NOT NULL";
        using var rows = initiative is null
            ? transaction.Statements.Query(held + " ORDER BY link, number", [])
            : transaction.Statements.Query(held + " AND initiative = $1 ORDER BY link, number", [initiative]);
        List<(long, long, ReceivedDocument)> documents = [];
        while (rows.Read())
        {
            var (bytes, publicKey) = (rows.GetBytes(2), rows.GetBytes(3));
            var key = new WriterKey(NodeId.Of(publicKey).Fingerprint, publicKey, SuccessionCheck.Read(rows.IsNull(8) ? null : rows.GetBytes(8)));
            var proof = new Proof(rows.GetBytes(4), rows.GetInt32(5), rows.GetInt32(6), rows.GetBytes(7), key.Fingerprint);
            // Its signature and its steps were checked before it was kept.
            var writer = SuccessionCheck.First(key);
            var stored = new StoredDocument(0, writer, Document.Parser.ParseFrom(bytes), bytes, proof, null, default);
            documents.Add((rows.GetInt64(0), rows.GetInt64(1), new ReceivedDocument(stored, key, null)));
        }

        if (initiative is null) transaction.State.Holds = documents.Count > 0;
        return documents;
    }
}
