namespace CollectiveImpact.Simulation.Running;

/// <summary>
/// Stands for the thread pool of one node's process: what would run next there is queued, and the schedule says when it
/// does. When the process is gone, nothing of it runs any more.
/// </summary>
internal sealed class NodeThreads : SynchronizationContext
{
    private readonly List<(SendOrPostCallback Callback, object? State)> _queue = [];
    private readonly int _thread = Environment.CurrentManagedThreadId;

    public int Queued => _queue.Count;

    public bool IsDead { get; private set; }

    /// <summary>Where something came back from another thread: the course would depend on the machine.</summary>
    public string? Detour { get; private set; }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (Environment.CurrentManagedThreadId != _thread)
        {
            Detour ??= Environment.StackTrace;
            return;
        }

        if (!IsDead) _queue.Add((d, state));
    }

    public override void Send(SendOrPostCallback d, object? state) => Run(() => d(state));

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs one of what is queued.</summary>
    public void RunQueued(int index)
    {
        var (callback, state) = _queue[index];
        _queue.RemoveAt(index);
        Run(() => callback(state));
    }

    /// <summary>Runs something as a part of the node.</summary>
    public void Run(Action action)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            action();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    public T Run<T>(Func<T> action)
    {
        T result = default!;
        Run(() => { result = action(); });
        return result;
    }

    public void Die()
    {
        IsDead = true;
        _queue.Clear();
    }
}
