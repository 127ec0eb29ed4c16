using Microsoft.Extensions.Hosting;

namespace CollectiveImpact.Exchange.Log;

/// <summary>Opens the log before anything is served or dialled.</summary>
internal sealed class LogStarter(DocumentLog log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        log.Start();
        // A new release may accept what the one before refused.
        await log.WriteAsync(
            transaction =>
            {
                transaction.Reconsider(null);
                return true;
            },
            cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
