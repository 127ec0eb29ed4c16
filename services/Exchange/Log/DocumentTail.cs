using CollectiveImpact.Exchange.Documents;

namespace CollectiveImpact.Exchange.Log;

/// <summary>
/// The last documents of the log, in memory: links that keep up read them here, so that a report costs one look a link
/// and not one query a link. Also what wakes them.
/// </summary>
internal sealed class DocumentTail(long head)
{
    private const int Length = 4096;
    private readonly Lock _lock = new();
    private readonly StoredDocument[] _ring = new StoredDocument[Length];
    private readonly Changes _growth = new();
    private int _start;
    private int _count;

    // Everything after this number is in the ring.
    private long _after = head;

    /// <summary>The last sequence number that is on disk.</summary>
    public long Head { get; private set; } = head;

    /// <summary>Adds what a commit has put on disk, in order.</summary>
    public void Append(IEnumerable<StoredDocument> documents, long newHead)
    {
        lock (_lock)
        {
            foreach (var document in documents) Add(document);
            Head = newHead;
        }

        _growth.Tell();
    }

    /// <summary>Documents after a number, at most so many; null when the tail does not reach back that far.</summary>
    public List<StoredDocument>? After(long sequence, int most)
    {
        lock (_lock)
        {
            if (sequence < _after) return null;
            List<StoredDocument> documents = [];
            for (var i = FirstAfter(sequence); i < _count && documents.Count < most; i++) documents.Add(At(i));
            return documents;
        }
    }

    /// <summary>Ends when there is something after a number, which may change while it is waited for.</summary>
    public async Task Grown(Func<long> sequence, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var seen = _growth.Count;
            lock (_lock)
            {
                if (Head > sequence()) return;
            }

            await _growth.AfterAsync(seen, cancellationToken);
        }
    }

    /// <summary>Has those who wait look again at the number that they wait for.</summary>
    public void Wake() => _growth.Tell();

    private void Add(StoredDocument document)
    {
        if (_count == Length)
        {
            _after = At(0).Sequence;
            _start = (_start + 1) % Length;
            _count--;
        }

        _ring[(_start + _count++) % Length] = document;
    }

    private StoredDocument At(int index) => _ring[(_start + index) % Length];

    private int FirstAfter(long sequence)
    {
        var (low, high) = (0, _count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (At(middle).Sequence > sequence) high = middle;
            else low = middle + 1;
        }

        return low;
    }
}
