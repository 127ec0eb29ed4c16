using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log.Stores;
using CollectiveImpact.V1;

namespace CollectiveImpact.Exchange.Log;

/// <summary>A connection that only reads, as of one moment. It keeps nobody from writing.</summary>
public sealed class LogReader : IDisposable
{
    private readonly Statements _statements;
    private readonly string _begin;

    internal LogReader(Statements statements, string begin) => (_statements, _begin) = (statements, begin);

    /// <summary>Whether it can be used again.</summary>
    internal bool IsOpen => _statements.IsOpen;

    /// <summary>Runs a query with parameters <c>$1</c>, <c>$2</c>.</summary>
    public Rows Query(string sql, params ReadOnlySpan<object?> values) => _statements.Query(sql, values);

    /// <summary>The current revision of a document; null when there never was one.</summary>
    public StoredDocument? Find(DocumentKey key)
    {
        using var row = Query(
            $"SELECT {DocumentRows.Columns} FROM documents WHERE initiative = $1 AND kind = $2 AND id = $3",
            key.Initiative, key.Kind, key.Id);
        return row.Read() ? DocumentRows.Read(row) : null;
    }

    /// <summary>What the current revision of a document says, without its proof: thousands are read so in a look over a nest.</summary>
    public Document? Content(DocumentKey key)
    {
        using var row = Query("SELECT document FROM documents WHERE initiative = $1 AND kind = $2 AND id = $3", key.Initiative, key.Kind, key.Id);
        return row.Read() ? Document.Parser.ParseFrom(row.GetBytes(0)) : null;
    }

    /// <summary>Documents after a sequence number, in order, at most so many.</summary>
    public List<StoredDocument> DocumentsAfter(long sequence, int most) => DocumentRows.ReadAll(Query(
        $"SELECT {DocumentRows.Columns} FROM documents WHERE sequence > $1 ORDER BY sequence LIMIT $2", sequence, most));

    /// <summary>All documents of some kinds, in the log's order.</summary>
    public List<StoredDocument> DocumentsOf(IReadOnlyCollection<string> kinds) => kinds.Count == 0 ? [] : DocumentRows.ReadAll(Query(
        $"SELECT {DocumentRows.Columns} FROM documents WHERE kind IN ({string.Join(", ", kinds.Select((_, i) => $"${i + 1}"))}) ORDER BY sequence",
        [.. kinds]));

    /// <summary>The documents of an initiative and a kind whose ids begin with a text, by id; withdrawn ones included.</summary>
    public List<StoredDocument> DocumentsBeginning(string initiative, string kind, string prefix) =>
        DocumentRows.ReadAll(DocumentRows.QueryBeginning(_statements, initiative, kind, prefix));

    /// <summary>The last of the ids of an initiative's documents of a kind, withdrawn ones included; null where there are none.</summary>
    public string? LastId(string initiative, string kind) => DocumentRows.LastId(_statements, initiative, kind);

    /// <summary>From here on it sees one moment, the last commit's.</summary>
    internal void Freeze() => _statements.Execute(_begin, []);

    /// <summary>Ends it.</summary>
    internal void Thaw() => _statements.Execute("COMMIT", []);

    /// <summary>Those of them whose ids come after one, by id; at most so many.</summary>
    public List<StoredDocument> DocumentsBeginning(string initiative, string kind, string prefix, string after, int most) => DocumentRows.ReadAll(Query(
        $"SELECT {DocumentRows.Columns} FROM documents WHERE initiative = $1 AND kind = $2 AND id >= $3 AND id < $4 AND id > $5 ORDER BY id LIMIT $6",
        initiative, kind, prefix, prefix + "\U0010FFFF", after, most));

    /// <inheritdoc/>
    public void Dispose() => _statements.Dispose();
}
