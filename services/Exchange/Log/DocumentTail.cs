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
    private readonly Queue<StoredDocument> _documents = new();
    private TaskCompletionSource _grown = New();

    // Everything after this number is in the queue.
    private long _after = head;

    /// <summary>The last sequence number that is on disk.</summary>
    public long Head { get; private set; } = head;

    public void Append(IEnumerable<StoredDocument> documents, long head)
    {
        TaskCompletionSource grown;
        lock (_lock)
        {
            foreach (var document in documents) _documents.Enqueue(document);
            while (_documents.Count > Length) _after = _documents.Dequeue().Sequence;
            Head = head;
            (grown, _grown) = (_grown, New());
        }

        grown.SetResult();
    }

    /// <summary>Documents after a number, at most so many; null when the tail does not reach back that far.</summary>
    public List<StoredDocument>? After(long sequence, int most)
    {
        lock (_lock)
            return sequence < _after ? null : [.. _documents.Where(d => d.Sequence > sequence).Take(most)];
    }

    /// <summary>Ends when there is something after a number.</summary>
    public Task Grown(long sequence)
    {
        lock (_lock) return Head > sequence ? Task.CompletedTask : _grown.Task;
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
