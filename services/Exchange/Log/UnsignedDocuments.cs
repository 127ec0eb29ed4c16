using CollectiveImpact.Exchange.Documents;

namespace CollectiveImpact.Exchange.Log;

/// <summary>
/// What the operations of a group have written here: it is signed and stored when the group ends, so that one signature
/// covers what many callers said at once. An operation that fails takes back its own.
/// </summary>
internal sealed class UnsignedDocuments
{
    private readonly Dictionary<DocumentKey, StoredDocument> _documents = [];
    private readonly Stack<(DocumentKey Key, StoredDocument? Before)> _changes = new();

    /// <summary>In the order of their numbers.</summary>
    public IEnumerable<StoredDocument> All => _documents.Values.OrderBy(document => document.Sequence);

    public StoredDocument? Find(DocumentKey key) => _documents.GetValueOrDefault(key);

    public void Put(StoredDocument document)
    {
        _changes.Push((document.Key, Find(document.Key)));
        _documents[document.Key] = document;
    }

    public void Remove(DocumentKey key)
    {
        if (_documents.Remove(key, out var before)) _changes.Push((key, before));
    }

    /// <summary>How much has changed so far, to come back to.</summary>
    public int Mark() => _changes.Count;

    public void Restore(int mark)
    {
        while (_changes.Count > mark)
        {
            var (key, before) = _changes.Pop();
            if (before is null) _documents.Remove(key);
            else _documents[key] = before;
        }
    }
}
