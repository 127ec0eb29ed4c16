namespace CollectiveImpact.Nest.Processes;

/// <summary>Keeps one service running: when it ends without being asked to, it is started again at once.</summary>
internal sealed class SupervisedService : IAsyncDisposable
{
    // A service that ends within this time of its start has not come up.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(8);
    private const int MostFailures = 5;

    // What a process has for its code that was ended by SIGINT, SIGKILL or SIGTERM: 128 and the signal's number.
    private static readonly int[] EndedByHand = [130, 137, 143];

    private readonly Lock gate = new();
    private readonly CancellationTokenSource end = new();
    private readonly ServiceLog log;
    private readonly TimeProvider time;
    private ChildProcess? current;

    public SupervisedService(Service service, ServiceLog log, TimeProvider time)
    {
        (Service, this.log, this.time) = (service, log, time);
        Run = RunAsync();
    }

    public Service Service { get; }

    /// <summary>Completes when the service has been ended, and fails when it does not stay up.</summary>
    public Task Run { get; }

    /// <summary>The process that runs now; null between two.</summary>
    public int? ProcessId
    {
        get
        {
            lock (gate)
                return current?.Id;
        }
    }

    /// <summary>Asks it to end, and ends it if it does not.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (gate)
        {
            end.Cancel();
            current?.AskToEnd();
        }
        if (await Task.WhenAny(Run, Task.Delay(EndPatience, time)) != Run)
        {
            lock (gate)
                current?.Kill();
        }
        // Why it failed, if it did, has been told where it was waited for.
        await Run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        log.Dispose();
        end.Dispose();
    }

    private async Task RunAsync()
    {
        var failures = 0;
        while (Start() is { } child)
        {
            var started = time.GetTimestamp();
            await child.WaitForEndAsync();
            var code = Ended(child);
            // Where somebody has killed it, that is no sign that it can't run.
            var failed = !EndedByHand.Contains(code) && time.GetElapsedTime(started) < Settled;
            failures = failed ? failures + 1 : 0;
            if (end.IsCancellationRequested)
                return;
            if (failures == MostFailures)
                throw Failure(code);
            log.BeginAgain($"--- {Service.Name} has ended with code {code} and is started again ---");
            if (failures > 1)
                await Task.Delay(FirstDelay * (1 << failures), time, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private ChildProcess? Start()
    {
        lock (gate)
            return end.IsCancellationRequested ? null : current = ChildProcess.Start(Service, log);
    }

    private int Ended(ChildProcess child)
    {
        lock (gate)
        {
            current = null;
            var code = child.ExitCode;
            child.Dispose();
            return code;
        }
    }

    private RunFailure Failure(int code) => new(
        $"The {Service.Name} service does not stay up: it has ended {MostFailures} times right after its start, last with code {code}. Its last lines, from {log.FilePath}:{Environment.NewLine}"
        + string.Join(Environment.NewLine, log.LastLines.Select(line => "  " + line)));
}
