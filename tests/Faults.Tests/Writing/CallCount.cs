namespace CollectiveImpact.Faults.Tests.Writing;

/// <summary>Counts the calls that writers begin. It is what random moments are measured by: a call is on its way at each.</summary>
internal sealed class CallCount
{
    private readonly Lock _lock = new();
    private readonly List<(long At, TaskCompletionSource Reached)> _awaited = [];
    private long _count;

    public void Begin()
    {
        lock (_lock)
        {
            _count++;
            foreach (var (at, reached) in _awaited)
            {
                if (at <= _count) reached.TrySetResult();
            }

            _awaited.RemoveAll(each => each.At <= _count);
        }
    }

    /// <summary>Waits until so many more calls have begun.</summary>
    public Task AfterAsync(int calls, CancellationToken patience)
    {
        if (calls == 0) return Task.CompletedTask;
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock) _awaited.Add((_count + calls, reached));
        return reached.Task.WaitAsync(patience);
    }
}
