namespace CollectiveImpact.Faults.Tests.Writing;

/// <summary>Those who report while faults go on, and what they were told.</summary>
internal sealed class Writers(CancellationToken patience) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _end = CancellationTokenSource.CreateLinkedTokenSource(patience);
    private readonly List<Task> _tasks = [];

    public Ledger Ledger { get; } = new();

    public CallCount Calls { get; } = new();

    /// <summary>Fails as soon as one of them does: what it was told is nothing that may be told.</summary>
    public async Task WhileWellAsync(Task work)
    {
        var first = await Task.WhenAny([work, .. _tasks]);
        if (first != work) await _end.CancelAsync();
        await first;
    }

    public void Begin(Random random, string initiative, params IReadOnlyList<Nodes.NodeClient> nodes) =>
        _tasks.Add(new Writer(initiative, nodes, Ledger, Calls, new Random(random.Next())).RunAsync(_stop.Token, _end.Token));

    /// <summary>Lets each finish what it is at.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_tasks);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        // Why one failed, if one did, has been told where it was waited for.
        foreach (var task in _tasks) await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
        _end.Dispose();
    }
}
