using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CollectiveImpact.Hosting.Telemetry;

/// <summary>Metrics and spans, exported by the OpenTelemetry protocol.</summary>
public static class TelemetryExtensions
{
    /// <summary>
    /// Exports metrics and spans to the collector that `OTEL_EXPORTER_OTLP_ENDPOINT` names, in the environment or any other
    /// configuration; the other standard variables say how. Where it names none, or `OTEL_SDK_DISABLED` is true, nothing
    /// of OpenTelemetry is loaded. To be called before other hosted services are added: it starts first and ends last.
    /// </summary>
    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder, Exported exported)
    {
        var configuration = builder.Configuration;
        var isDisabled = string.Equals(configuration["OTEL_SDK_DISABLED"], "true", StringComparison.OrdinalIgnoreCase);
        if (!isDisabled && !string.IsNullOrWhiteSpace(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            builder.Services.AddSingleton<IHostedService>(
                services => new TelemetryExport(exported, services, services.GetRequiredService<IConfiguration>()));
        return builder;
    }
}
