using System.Data.Common;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Keys;
using CollectiveImpact.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace CollectiveImpact.Exchange.Log;

/// <summary>
/// One operation on the log: what it reads and writes stands together or not at all. It runs on the log's own thread,
/// alone; nothing of it may be kept when it ends.
/// </summary>
public sealed class LogTransaction
{
    private readonly Statements _statements;
    private readonly LogState _state;
    private readonly IDocumentRules _rules;
    private readonly NodeKey _key;
    private readonly TimeProvider _time;
    private readonly Dictionary<DocumentKey, StoredDocument> _unsigned = [];
    private readonly HashSet<string> _reconsidered = [];
    private readonly Dictionary<System.Type, object> _owned = [];

    internal LogTransaction(Statements statements, LogState state, IDocumentRules rules, NodeKey key, TimeProvider time)
    {
        (_statements, _state, _rules, _key, _time) = (statements, state, rules, key, time);
        Now = time.GetUtcNow();
    }

    /// <summary>The time of this operation.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>This node.</summary>
    public NodeId Node => _key.Node;

    /// <summary>The random id of this node's log.</summary>
    public string LogId => _state.Id;

    /// <summary>The last sequence number handed out.</summary>
    public long Head => _state.Head;

    internal Statements Statements => _statements;

    internal LogState State => _state;

    /// <summary>Documents stored in this operation, in their order.</summary>
    internal List<StoredDocument> Stored { get; } = [];

    /// <summary>The current revision of a document, withdrawn ones included; null when there never was one.</summary>
    public StoredDocument? Find(DocumentKey key)
    {
        if (_unsigned.TryGetValue(key, out var written)) return written;
        using var row = _statements.Query(
            $"SELECT {DocumentRows.Columns} FROM documents WHERE initiative = $1 AND kind = $2 AND id = $3",
            [key.Initiative, key.Kind, key.Id]);
        return row.Read() ? DocumentRows.Read(row) : null;
    }

    /// <summary>
    /// Writes this node's next revision of a document. Who may write it has been settled by the caller. What already
    /// stands so, word for word and in the same epoch, is not written again.
    /// </summary>
    /// <param name="key">Which document.</param>
    /// <param name="epoch">The epoch of the tenure under which it is written; 0 for what belongs to no function.</param>
    /// <param name="payload">What it says; null withdraws it.</param>
    /// <returns>The document that now stands, and whether it is new.</returns>
    public (StoredDocument Document, bool Changed) Write(DocumentKey key, long epoch, IMessage? payload)
    {
        var bytes = payload?.ToByteString() ?? ByteString.Empty;
        var former = Find(key);
        if (former is not null && former.Writer == Node && former.Content.Epoch == epoch
            && former.Content.Deleted == payload is null && former.Content.Payload == bytes)
            return (former, false);

        var content = new Document
        {
            Initiative = key.Initiative,
            Kind = key.Kind,
            Id = key.Id,
            Epoch = epoch,
            Revision = former is not null && former.Content.Epoch == epoch ? former.Content.Revision + 1 : 1,
            Log = ByteString.CopyFrom(Convert.FromHexString(LogId)),
            Sequence = ++_state.Head,
            WrittenAt = Timestamp.FromDateTimeOffset(Now),
            Deleted = payload is null,
            Payload = bytes,
        };
        var document = new StoredDocument(content.Sequence, Node, content, content.ToByteArray(), null, null, Now);
        _unsigned[key] = document;
        _rules.Apply(this, document, former);
        return (document, true);
    }

    /// <summary>Stores a document that came by a link, when it is newer than what stands and its writer may write it.</summary>
    /// <returns>Why it was refused; null when it was stored, or stood already.</returns>
    internal string? Accept(ReceivedDocument received, LinkPeer peer)
    {
        var document = received.Document with { Arrived = peer.Link, ReceivedAt = Now };
        var former = Find(document.Key);
        if (former is not null && !document.Supersedes(former)) return null;
        if ((received.Fault ?? _rules.Refuse(this, document, former)) is { } reason) return reason;

        document = document with { Sequence = ++_state.Head };
        if (_state.Keys.Add(document.Writer))
            _statements.Execute("INSERT OR IGNORE INTO keys VALUES ($1, $2)", [document.Writer.Fingerprint, received.PublicKey]);
        // A document written here and overtaken in the same operation would otherwise be inserted over this one.
        _unsigned.Remove(document.Key);
        DocumentRows.Insert(_statements, document);
        Stored.Add(document);
        _rules.Apply(this, document, former);
        return null;
    }

    /// <summary>
    /// Gives an initiative's documents that travel in these ways new sequence numbers, so that every link looks at them
    /// again: one that they did not take before may be theirs now. A peer that has them ignores them.
    /// </summary>
    public void Reoffer(string initiative, params IReadOnlyList<Travel> travels)
    {
        var documents = DocumentRows.ReadAll(_statements.Query(
            $"SELECT {DocumentRows.Columns} FROM documents WHERE initiative = $1 ORDER BY sequence", [initiative]));
        foreach (var document in documents.Where(d => _rules.TravelOf(d.Content.Kind) is { } travel && travels.Contains(travel)))
            Renumber(document with { Sequence = ++_state.Head });
    }

    /// <summary>Offers again, to all, what came by a link: its other end has lost what it had sent.</summary>
    internal void ReofferArrived(long link)
    {
        var documents = DocumentRows.ReadAll(_statements.Query(
            $"SELECT {DocumentRows.Columns} FROM documents WHERE arrived = $1 ORDER BY sequence", [link]));
        foreach (var document in documents) Renumber(document with { Sequence = ++_state.Head, Arrived = null });
    }

    /// <summary>Gives the log a new id: what was sent under the old one no longer tells what is in it.</summary>
    internal void RenewLog()
    {
        _state.Id = LogDatabase.NewId();
        _statements.Execute("UPDATE log SET id = $1", [_state.Id]);
    }

    /// <summary>Looks again, when this operation ends, at what was refused of an initiative; of all, when none is named.</summary>
    public void Reconsider(string? initiative) => _reconsidered.Add(initiative ?? "*");

    /// <summary>Runs a statement on the node's database, as part of this operation.</summary>
    /// <param name="sql">With parameters <c>$1</c>, <c>$2</c>; it is prepared once and kept.</param>
    /// <param name="values">The parameters' values.</param>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => _statements.Execute(sql, values);

    /// <summary>Runs a query on the node's database; what this operation wrote is seen.</summary>
    public DbDataReader Query(string sql, params ReadOnlySpan<object?> values) => _statements.Query(sql, values);

    /// <summary>What somebody keeps for the length of this operation: one of a type.</summary>
    public T Own<T>() where T : class, new()
    {
        if (!_owned.TryGetValue(typeof(T), out var own)) _owned.Add(typeof(T), own = new T());
        return (T)own;
    }

    /// <summary>Ends the operation: puts its last effects and the signatures of what it wrote beside it.</summary>
    internal void Complete()
    {
        new HeldDocuments(this).Reconsider(_reconsidered);
        _rules.Flush(this);
        if (_unsigned.Count == 0) return;
        var documents = _unsigned.Values.OrderBy(document => document.Sequence).ToList();
        var proofs = new BatchSigner(_key).Sign(documents.Select(document => document.Bytes));
        foreach (var document in documents.Zip(proofs, (document, proof) => document with { Proof = proof }))
        {
            if (_state.Keys.Add(Node))
                _statements.Execute("INSERT OR IGNORE INTO keys VALUES ($1, $2)", [Node.Fingerprint, _key.PublicKey]);
            DocumentRows.Insert(_statements, document);
            Stored.Add(document);
        }
    }

    private void Renumber(StoredDocument document)
    {
        _statements.Execute(
            "UPDATE documents SET sequence = $1, arrived = $2 WHERE initiative = $3 AND kind = $4 AND id = $5",
            [document.Sequence, document.Arrived, document.Key.Initiative, document.Key.Kind, document.Key.Id]);
        Stored.Add(document);
    }
}
