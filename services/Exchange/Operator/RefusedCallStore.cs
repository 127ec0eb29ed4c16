using CollectiveImpact.Exchange.Log;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CollectiveImpact.Exchange.Operator;

/// <summary>Stores refused calls as they come, at most once a second: one that is refused must not cost a commit.</summary>
internal sealed partial class RefusedCallStore(
    RefusedCalls calls, DocumentLog log, TimeProvider time, ILogger<RefusedCallStore> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // A store that fails says so itself; it is not pestered.
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await calls.AnyAsync(stoppingToken);
            await Task.Delay(await StoreAsync(stoppingToken) ? Pause : PauseAfterFailure, time, stoppingToken);
        }
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await StoreAsync(cancellationToken);
    }

    private async Task<bool> StoreAsync(CancellationToken cancellationToken)
    {
        var taken = calls.Take();
        if (taken.Count == 0) return true;
        try
        {
            await log.WriteAsync(transaction => RefusedCallTable.Add(transaction, taken), cancellationToken);
            return true;
        }
        catch (Exception exception)
        {
            calls.GiveBack(taken);
            if (!cancellationToken.IsCancellationRequested) Log.NotStored(logger, exception, taken.Count);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(30, LogLevel.Warning, "{Count} kinds of refused calls could not be stored; they are tried again")]
        public static partial void NotStored(ILogger logger, Exception exception, int count);
    }
}
