using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Keys;
using CollectiveImpact.Exchange.Log.Stores;
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
    private readonly RandomIds _ids;
    private readonly UnsignedDocuments _unsigned;
    private readonly HashSet<string> _reconsidered = [];
    private readonly Dictionary<System.Type, object> _owned = [];

    internal LogTransaction(Statements statements, LogState state, UnsignedDocuments unsigned, IDocumentRules rules, RandomIds ids, TimeProvider time)
    {
        (_statements, _state, _unsigned, _rules, _ids) = (statements, state, unsigned, rules, ids);
        Now = time.GetUtcNow();
    }

    /// <summary>The time of this operation.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>This node.</summary>
    public NodeId Node => _state.Signer.Node;

    /// <summary>The random id of this node's log.</summary>
    public string LogId => _state.Id;

    /// <summary>The last sequence number handed out.</summary>
    public long Head => _state.Head;

    internal Statements Statements => _statements;

    internal LogState State => _state;

    /// <summary>Documents that came by links and were stored in this operation.</summary>
    internal List<StoredDocument> Stored { get; } = [];

    /// <summary>The current revision of a document, withdrawn ones included; null when there never was one.</summary>
    public StoredDocument? Find(DocumentKey key)
    {
        if (_unsigned.Find(key) is { } written) return written;
        using var row = _statements.Query(
            $"SELECT {DocumentRows.Columns} FROM documents WHERE initiative = $1 AND kind = $2 AND id = $3",
            [key.Initiative, key.Kind, key.Id]);
        return row.Read() ? DocumentRows.Read(row) : null;
    }

    /// <summary>The documents of an initiative and a kind whose ids begin with a text, by id; withdrawn ones included.</summary>
    public List<StoredDocument> DocumentsBeginning(string initiative, string kind, string prefix)
    {
        var stored = DocumentRows.ReadAll(DocumentRows.QueryBeginning(_statements, initiative, kind, prefix));
        var written = _unsigned.Beginning(initiative, kind, prefix);
        if (written.Count == 0) return stored;
        var keys = written.Select(document => document.Key).ToHashSet();
        return [.. stored.Where(document => !keys.Contains(document.Key)).Concat(written).OrderBy(document => document.Content.Id, StringComparer.Ordinal)];
    }

    /// <summary>The last of the ids of an initiative's documents of a kind, withdrawn ones included; null where there are none.</summary>
    public string? LastId(string initiative, string kind)
    {
        var (stored, written) = (DocumentRows.LastId(_statements, initiative, kind), _unsigned.LastId(initiative, kind));
        return string.CompareOrdinal(stored, written) < 0 ? written : stored;
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
            Said = _state.Term ??= Terms.Begin(this, _ids.Next()),
        };
        var document = new StoredDocument(content.Sequence, Node, content, content.ToByteArray(), null, null, Now);
        _unsigned.Put(document);
        _rules.Apply(this, document, former);
        return (document, true);
    }

    /// <summary>Stores a document that came by a link, when it is newer than what stands and its writer may write it.</summary>
    /// <returns>Why it was refused; null when it was stored, or stood already.</returns>
    internal RefusalReason? Accept(ReceivedDocument received, LinkPeer peer)
    {
        var document = received.Document with { Arrived = peer.Link, ReceivedAt = Now };
        var former = Find(document.Key);
        if (former is not null && !document.Supersedes(former)) return null;
        if ((received.Fault ?? Misplaced(document.Writer, received.Key, document) ?? _rules.Refuse(this, document, former, peer)) is { } reason) return reason;
        if (former is not null && IsOverdue(document, former) && TryOutdo(former, document, peer)) return null;

        document = document with { Sequence = ++_state.Head };
        _state.Keys.Add(_statements, document.Writer, received.Key);
        // A document written here and overtaken in the same group would otherwise be inserted over this one.
        _unsigned.Remove(document.Key);
        DocumentRows.Insert(_statements, document);
        Stored.Add(document);
        _rules.Apply(this, document, former);
        return null;
    }

    /// <summary>The ids that this node's log had before the present one, as far as it remembers; the oldest first.</summary>
    public List<string> FormerLogs()
    {
        using var rows = _statements.Query("SELECT id FROM logs WHERE id <> $1 ORDER BY number", [LogId]);
        List<string> logs = [];
        while (rows.Read()) logs.Add(rows.GetString(0));
        return logs;
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

    /// <summary>The log went back under the id that it has, and numbers were given out twice: it gets a new one.</summary>
    /// <param name="forgotten">Ids that it had, as others say.</param>
    /// <param name="reason">Why, for the operator.</param>
    internal void RollBack(IEnumerable<string> forgotten, string reason)
    {
        Execute("UPDATE logs SET went_back = 1 WHERE id = $1", LogId);
        // The peer met these after the id that the log went back to.
        Add(forgotten);
        RenewLog(reason);
    }

    /// <summary>Takes down ids that this node's log had, and forgot when it was restored, as a peer says.</summary>
    internal void Remember(IEnumerable<string> ids)
    {
        // The last is the present one.
        if (Add(ids) > 0) Execute("UPDATE logs SET number = (SELECT max(number) + 1 FROM logs) WHERE id = $1", LogId);
    }

    /// <returns>How many of the ids were forgotten.</returns>
    private int Add(IEnumerable<string> ids)
    {
        var forgotten = ids.Except([.. FormerLogs(), LogId, ""]).ToList();
        foreach (var id in forgotten) LogState.Rename(_statements, id, Now, "forgotten, and told by a peer");
        return forgotten.Count;
    }

    /// <summary>Gives the log a new id: what was sent under the old one no longer tells what is in it.</summary>
    /// <param name="reason">Why, for the operator.</param>
    private void RenewLog(string reason)
    {
        _state.Id = _ids.Next();
        LogState.Rename(_statements, _state.Id, Now, reason);
    }

    /// <summary>The holder's first operation.</summary>
    internal bool BeginTerm()
    {
        Execute("INSERT INTO node SELECT $1 WHERE NOT EXISTS (SELECT 1 FROM node)", Node.Fingerprint);
        if (LogId.Length == 0) RenewLog("created");
        // A new release may accept what the one before refused.
        Reconsider(null);
        return true;
    }

    /// <summary>Signs with another key from here on.</summary>
    internal void ReplaceKey(SigningKey next)
    {
        _state.Signer = next;
        _state.Keys.Add(_statements, next.Node, new WriterKey(next.Fingerprint, next.PublicKey, next.Successions));
    }

    /// <summary>A random id for something new.</summary>
    internal string NewId() => _ids.Next();

    /// <summary>Looks again, when this operation ends, at what was refused of an initiative; of all, when none is named.</summary>
    public void Reconsider(string? initiative) => _reconsidered.Add(initiative ?? "*");

    /// <summary>Runs a statement on the node's database, as part of this operation.</summary>
    /// <param name="sql">With parameters <c>$1</c>, <c>$2</c>; it is prepared once and kept.</param>
    /// <param name="values">The parameters' values.</param>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => _statements.Execute(sql, values);

    /// <summary>Runs a query on the node's database; what this operation wrote is seen.</summary>
    public Rows Query(string sql, params ReadOnlySpan<object?> values) => _statements.Query(sql, values);

    /// <summary>What somebody keeps for the length of this operation: one of a type.</summary>
    public T Own<T>() where T : class, new()
    {
        if (!_owned.TryGetValue(typeof(T), out var own)) _owned.Add(typeof(T), own = new T());
        return (T)own;
    }

    /// <summary>Ends the operation: puts its last effects beside it.</summary>
    internal void Complete()
    {
        new HeldDocuments(this).Reconsider(_reconsidered);
        _rules.Flush(this);
    }

    private RefusalReason? Misplaced(NodeId writer, WriterKey key, StoredDocument document) =>
        !_state.Keys.IsOfLine(writer, key) ? RefusalClass.Signature.Because($"the key that signed it is none of those that node {writer} has had")
        : _state.Keys.WasReplaced(key.Fingerprint, document.Content) ? RefusalClass.Signature.Because($"its writer, node {writer}, had replaced the key that signed it")
        : null;

    /// <summary>
    /// Whether a document of this node's own, which comes back from another node, was written before the one that stands:
    /// this node lost its log's end, and wrote on before it heard what it had said.
    /// </summary>
    private bool IsOverdue(StoredDocument returned, StoredDocument standing)
    {
        if (returned.Writer != Node || standing.Writer != Node || returned.Content.Epoch != standing.Content.Epoch) return false;
        if (Terms.IsLater(this, _state.Term, standing.Content, returned.Content) is { } isLater) return isLater;
        if (standing.Arrived is not null) return false;
        var log = Convert.ToHexStringLower(standing.Content.Log.Span);
        if (log == LogId && returned.Content.Log != standing.Content.Log) return true;
        // Of courses that parted, or where numbers were given out twice before documents told their terms, only the times tell.
        var isParted = standing.Content.Said is not null && returned.Content.Said is not null;
        return (isParted || log == LogId || WentBack(log)) && standing.Content.WrittenAt.CompareTo(returned.Content.WrittenAt) > 0;
    }

    private bool WentBack(string log) => _statements.Scalar("SELECT went_back FROM logs WHERE id = $1", [log]) is 1L;

    /// <summary>Says again what stands, with a revision that everybody takes for later than the one that came back.</summary>
    /// <returns>False when this node may no longer say it.</returns>
    private bool TryOutdo(StoredDocument standing, StoredDocument returned, LinkPeer peer)
    {
        var content = standing.Content.Clone();
        content.Revision = returned.Content.Revision + 1;
        (content.Log, content.Sequence) = (ByteString.CopyFrom(Convert.FromHexString(LogId)), _state.Head + 1);
        content.WrittenAt = Timestamp.FromDateTimeOffset(Now);
        // It is said again and not anew: what this node said in between, and may yet hear of, is the later.
        if (content.Said is { } said) said.Sequence = Terms.Sequence(standing.Content);
        var document = new StoredDocument(content.Sequence, Node, content, content.ToByteArray(), null, null, Now);
        if (_rules.Refuse(this, document, standing, peer) is not null) return false;
        _state.Head++;
        _unsigned.Put(document);
        _rules.Apply(this, document, standing);
        return true;
    }

    private void Renumber(StoredDocument document)
    {
        _statements.Execute(
            "UPDATE documents SET sequence = $1, arrived = $2 WHERE initiative = $3 AND kind = $4 AND id = $5",
            [document.Sequence, document.Arrived, document.Key.Initiative, document.Key.Kind, document.Key.Id]);
        Stored.Add(document);
    }
}
