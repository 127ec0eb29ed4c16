using CollectiveImpact.Exchange.Links;
using Microsoft.Extensions.Hosting;

namespace CollectiveImpact.Exchange.Telemetry;

/// <summary>Looks at the links for the metrics, when somebody asks.</summary>
internal sealed class LinkObserver(ExchangeMetrics metrics, LinkBoard board) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        metrics.Observe(() => [.. board.Read().Select(state => new LinkReading(state))]);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
