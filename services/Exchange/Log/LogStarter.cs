using Microsoft.Extensions.Hosting;

namespace CollectiveImpact.Exchange.Log;

/// <summary>Opens the log before anything is served or dialled.</summary>
internal sealed class LogStarter(DocumentLog log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        log.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
