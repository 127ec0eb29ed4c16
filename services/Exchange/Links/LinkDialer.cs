using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CollectiveImpact.Exchange.Links;

/// <summary>Keeps a link to every parent that this node has joined, while this process holds the log.</summary>
internal sealed partial class LinkDialer(LinkEnd end, ParentDial dial, ILogger<LinkDialer> logger) : BackgroundService
{
    /// <summary>How long it waits where the node's own database does not answer.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => RunAsync(stoppingToken);

    internal async Task RunAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            var held = await end.Log.HoldAsync(stoppingToken);
            using var holding = CancellationTokenSource.CreateLinkedTokenSource(held, stoppingToken);
            try
            {
                await KeepAllAsync(holding.Token);
            }
            catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
            {
                // Another replica keeps the links now.
            }
            catch (DbException exception)
            {
                Log.NotRead(logger, exception);
                await Task.Delay(Pause, end.Time, stoppingToken);
            }
        }
    }

    /// <summary>Starts with every parent that is joined, and stops with every one that is left.</summary>
    /// <param name="cancellationToken">Ends all of them.</param>
    private async Task KeepAllAsync(CancellationToken cancellationToken)
    {
        Dictionary<(long, string), (CancellationTokenSource End, Task Task)> kept = [];
        try
        {
            while (true)
            {
                // Taken before the look, so that a change in between is not missed.
                var seen = end.Board.Changes.Count;
                var links = end.Log.Read(LinkTable.All).Where(link => link is { Address: not null, Standing: V1.LinkState.Types.Standing.Active }).ToList();
                foreach (var gone in kept.Keys.Except(links.Select(link => (link.Number, link.Address!))).ToList())
                {
                    await StopAsync(kept[gone]);
                    kept.Remove(gone);
                }

                foreach (var link in links.Where(link => !kept.ContainsKey((link.Number, link.Address!))))
                {
                    var own = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                    kept.Add((link.Number, link.Address!), (own, KeepAsync(link, own.Token)));
                }

                await end.Board.Changes.AfterAsync(seen, cancellationToken);
            }
        }
        finally
        {
            foreach (var link in kept.Values) await StopAsync(link);
        }
    }

    private async Task KeepAsync(StoredLink link, CancellationToken cancellationToken)
    {
        using var calls = dial(link.Address!);
        await new ParentLink(end, link, calls, logger).KeepAsync(cancellationToken);
    }

    private static async Task StopAsync((CancellationTokenSource End, Task Task) link)
    {
        link.End.Cancel();
        await link.Task.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        link.End.Dispose();
    }

    private static partial class Log
    {
        [LoggerMessage(12, LogLevel.Error, "The links can't be read; they are begun anew in a few seconds")]
        public static partial void NotRead(ILogger logger, Exception exception);
    }
}
