using CollectiveImpact.Exchange.Documents;

namespace CollectiveImpact.Exchange.Log;

/// <summary>
/// What the operations of a group have written here: it is signed and stored when the group ends, so that one signature
/// covers what many callers said at once. An operation that fails takes back its own.
/// </summary>
internal sealed class UnsignedDocuments
{
    private static readonly Comparer<DocumentKey> Order = Comparer<DocumentKey>.Create((a, b) =>
        string.CompareOrdinal(a.Initiative, b.Initiative) is var byInitiative and not 0 ? byInitiative
        : string.CompareOrdinal(a.Kind, b.Kind) is var byKind and not 0 ? byKind
        : string.CompareOrdinal(a.Id, b.Id));

    private readonly Dictionary<DocumentKey, StoredDocument> _documents = [];
    private SortedSet<DocumentKey>? _ordered;
    private readonly Stack<(DocumentKey Key, StoredDocument? Before)> _changes = new();

    /// <summary>In the order of their numbers.</summary>
    public IEnumerable<StoredDocument> All => _documents.Values.OrderBy(document => document.Sequence);

    public StoredDocument? Find(DocumentKey key) => _documents.GetValueOrDefault(key);

    /// <summary>Those of an initiative and a kind whose ids begin with a text.</summary>
    public List<StoredDocument> Beginning(string initiative, string kind, string prefix)
    {
        if (_documents.Count == 0) return [];
        // Most groups are never asked.
        _ordered ??= new SortedSet<DocumentKey>(_documents.Keys, Order);
        return
        [
            .. _ordered.GetViewBetween(new DocumentKey(initiative, kind, prefix), new DocumentKey(initiative, kind, prefix + "\U0010FFFF"))
                .Select(key => _documents[key]),
        ];
    }

    public string? LastId(string initiative, string kind) => _documents.Keys
        .Where(key => key.Initiative == initiative && key.Kind == kind).Select(key => key.Id).Max(StringComparer.Ordinal);

    public void Put(StoredDocument document)
    {
        _changes.Push((document.Key, Find(document.Key)));
        Set(document.Key, document);
    }

    public void Remove(DocumentKey key)
    {
        if (Find(key) is not { } before) return;
        _changes.Push((key, before));
        Set(key, null);
    }

    /// <summary>How much has changed so far, to come back to.</summary>
    public int Mark() => _changes.Count;

    public void Restore(int mark)
    {
        while (_changes.Count > mark)
        {
            var (key, before) = _changes.Pop();
            Set(key, before);
        }
    }

    private void Set(DocumentKey key, StoredDocument? document)
    {
        if (document is null)
        {
            _documents.Remove(key);
            _ordered?.Remove(key);
        }
        else
        {
            _documents[key] = document;
            _ordered?.Add(key);
        }
    }
}
