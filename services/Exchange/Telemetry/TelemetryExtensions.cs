using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CollectiveImpact.Exchange.Telemetry;

/// <summary>Adds what the exchange lets be seen of itself. It costs next to nothing while nobody looks.</summary>
internal static class TelemetryExtensions
{
    public static void AddExchangeTelemetry(this IServiceCollection services)
    {
        services.AddMetrics();
        services.AddSingleton<ExchangeMetrics>();
        services.AddSingleton(provider => new ExchangeTelemetry(
            provider.GetRequiredService<ExchangeMetrics>(), provider.GetRequiredService<ILogger<ExchangeTelemetry>>()));
        services.AddHostedService<LinkObserver>();
    }
}
