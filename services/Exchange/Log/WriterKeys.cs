using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Keys;
using CollectiveImpact.Exchange.Log.Stores;
using CollectiveImpact.V1;

namespace CollectiveImpact.Exchange.Log;

/// <summary>The keys of all writers met, and where each that was replaced stopped.</summary>
internal sealed class WriterKeys
{
    private readonly HashSet<string> _stored = [];
    private readonly Dictionary<string, (string Log, long Sequence)> _stops = [];
    private readonly Dictionary<NodeId, WriterKey> _last = [];

    public static WriterKeys Read(Statements statements)
    {
        var keys = new WriterKeys();
        keys.Reread(statements);
        return keys;
    }

    public void Reread(Statements statements)
    {
        _stored.Clear();
        _stops.Clear();
        _last.Clear();
        using var rows = statements.Query("SELECT node, public_key, successions, owner FROM keys", []);
        while (rows.Read()) Note(new NodeId(rows.GetString(3)), Read(rows));
    }

    public bool Contains(string fingerprint) => _stored.Contains(fingerprint);

    /// <summary>The last key that is known of a node; null for one never met.</summary>
    public WriterKey? LastOf(NodeId node) => _last.GetValueOrDefault(node);

    /// <summary>Whether a key is the last that is known of its node, or follows on it.</summary>
    public bool IsLast(NodeId node, WriterKey key) =>
        LastOf(node) is not { } last || key.Fingerprint == last.Fingerprint || Follows(key, last);

    /// <summary>Whether a key is one of those that its node has had, as far as they are known here. A key that somebody made with a stolen one is not.</summary>
    public bool IsOfLine(NodeId node, WriterKey key) => IsLast(node, key) || Follows(LastOf(node)!, key);

    /// <summary>Stores a key, unless it is stored.</summary>
    public void Add(Statements statements, NodeId owner, WriterKey key)
    {
        if (_stored.Contains(key.Fingerprint)) return;
        statements.Execute(
            "INSERT INTO keys (node, public_key, owner, successions) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
            [key.Fingerprint, key.PublicKey, owner.Fingerprint, SuccessionCheck.Store(key.Successions)]);
        Note(owner, key);
    }

    /// <summary>Whether a document was signed by a key after its node had replaced it.</summary>
    public bool WasReplaced(string fingerprint, Document document) =>
        _stops.TryGetValue(fingerprint, out var stop)
        && document.Sequence > stop.Sequence && Convert.ToHexStringLower(document.Log.Span) == stop.Log;

    /// <summary>The key that signed, as it is stored.</summary>
    public static WriterKey? Find(LogReader reader, string fingerprint)
    {
        using var row = reader.Query("SELECT node, public_key, successions FROM keys WHERE node = $1", fingerprint);
        return row.Read() ? Read(row) : null;
    }

    private static WriterKey Read(Rows row) =>
        new(row.GetString(0), row.GetBytes(1), SuccessionCheck.Read(row.IsNull(2) ? null : row.GetBytes(2)));

    private static bool Follows(WriterKey later, WriterKey earlier) =>
        later.Successions.Any(step => NodeId.Of(step.Former.Span).Fingerprint == earlier.Fingerprint);

    private void Note(NodeId owner, WriterKey key)
    {
        _stored.Add(key.Fingerprint);
        if (LastOf(owner) is not { } last || Follows(key, last)) _last[owner] = key;
        foreach (var step in key.Successions)
            _stops[NodeId.Of(step.Former.Span).Fingerprint] = (Convert.ToHexStringLower(step.Log.Span), step.Sequence);
    }
}
