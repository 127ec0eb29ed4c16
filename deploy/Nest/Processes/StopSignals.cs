using System.Runtime.InteropServices;

namespace CollectiveImpact.Nest.Processes;

/// <summary>A token that ends with Ctrl+C or a request to terminate. A second one ends the process at once.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly PosixSignalRegistration[] registrations;

    public StopSignals()
    {
        PosixSignal[] signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT];
        registrations = [.. signals.Select(signal => PosixSignalRegistration.Create(signal, Stop))];
    }

    public CancellationToken Token => stop.Token;

    public void Dispose()
    {
        foreach (var registration in registrations)
            registration.Dispose();
        stop.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        context.Cancel = !stop.IsCancellationRequested;
        // Whoever waits for the token goes on at once: not on the thread that delivers signals.
        _ = stop.CancelAsync();
    }
}
