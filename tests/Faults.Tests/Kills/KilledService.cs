using CollectiveImpact.Faults.Tests.Nodes;
using CollectiveImpact.Nest.Processes;

namespace CollectiveImpact.Faults.Tests.Kills;

/// <summary>A service that is killed now and then, and started again by its supervisor each time.</summary>
internal sealed class KilledService(Service service, string logs) : IAsyncDisposable
{
    private readonly SupervisedService _supervised = new(service, new ServiceLog(Path.Combine(logs, $"{service.Name}.log")), TimeProvider.System);
    private int? _killed;

    public Service Service => service;

    public NodeClient Node { get; } = new(service.Name, service.Address, service.Folder!);

    /// <summary>Fails when it does not stay up by itself.</summary>
    public Task Run => _supervised.Run;

    /// <summary>Waits until there is a process that has not been killed: it may have begun this very moment.</summary>
    public Task StartedAsync(CancellationToken patience) => Wait.UntilAsync($"the {service.Name} service to be started", () => Process() is not null, patience);

    /// <summary>Waits until it answers.</summary>
    /// <param name="linked">Whether it has to exchange with all its peers too.</param>
    /// <param name="patience">Ends the wait, with a failure.</param>
    public Task AnsweringAsync(bool linked, CancellationToken patience) => Wait.UntilAsync(
        $"the {service.Name} service to answer{(linked ? " and exchange" : "")}",
        () => Node.StatusAsync(patience),
        status => !linked || status.Links.All(link => link.Phase == LinkState.Types.Phase.Open),
        patience);

    /// <summary>Ends its process with SIGKILL.</summary>
    /// <returns>False when there was none to kill.</returns>
    public bool Kill()
    {
        if (Process() is not { } id) return false;
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            // It has ended by itself in between.
            return false;
        }

        _killed = id;
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        Node.Dispose();
        await _supervised.DisposeAsync();
    }

    private int? Process() => _supervised.ProcessId is { } id && id != _killed ? id : null;
}
