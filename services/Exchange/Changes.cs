namespace CollectiveImpact.Exchange;

/// <summary>
/// Counts changes, and wakes those who wait for the next. Each goes on where it began to wait, and not within whoever
/// tells of the change.
/// </summary>
public sealed class Changes
{
    private readonly Lock _lock = new();
    private List<TaskCompletionSource> _waiting = [];
    private long _count;

    /// <summary>How many there were. Taken before a look at what changes, it keeps a change in between from being missed.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>Tells of a change.</summary>
    public void Tell()
    {
        List<TaskCompletionSource> woken;
        lock (_lock)
        {
            _count++;
            (woken, _waiting) = (_waiting, []);
        }

        foreach (var one in woken) one.TrySetResult();
    }

    /// <summary>Ends when there were more changes than so many.</summary>
    /// <exception cref="OperationCanceledException">The caller no longer waits.</exception>
    public async Task AfterAsync(long count, CancellationToken cancellationToken)
    {
        var one = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_count > count) return;
            _waiting.Add(one);
        }

        using var leaving = cancellationToken.Register(() => Leave(one, cancellationToken));
        await one.Task;
    }

    private void Leave(TaskCompletionSource one, CancellationToken cancellationToken)
    {
        lock (_lock) _waiting.Remove(one);
        one.TrySetCanceled(cancellationToken);
    }
}
