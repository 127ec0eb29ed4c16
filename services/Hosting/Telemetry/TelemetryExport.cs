using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CollectiveImpact.Hosting.Telemetry;

/// <summary>Builds the SDK's providers for as long as the process runs; what is pending is exported at its end.</summary>
internal sealed class TelemetryExport(Exported exported, IServiceProvider services, IConfiguration configuration) : IHostedService
{
    private static readonly string[] FrameworkMeters =
        ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime"];

    private static readonly string[] FrameworkSources = ["Microsoft.AspNetCore"];

    private MeterProvider? metrics;
    private TracerProvider? traces;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var instance = exported.Instance?.Invoke(services);
        metrics = Sdk.CreateMeterProviderBuilder()
            .ConfigureServices(Configure)
            .ConfigureResource(Describe)
            .AddMeter([.. FrameworkMeters, .. exported.Meters])
            .AddOtlpExporter()
            .Build();
        traces = Sdk.CreateTracerProviderBuilder()
            .ConfigureServices(Configure)
            .ConfigureResource(Describe)
            .AddSource([.. FrameworkSources, .. exported.Sources])
            .AddOtlpExporter()
            .Build();
        return Task.CompletedTask;

        // What the environment says of the process goes before what the process says of itself.
        void Describe(ResourceBuilder resource) => resource.Clear()
            .AddService(exported.Service, serviceVersion: Version(), autoGenerateServiceInstanceId: instance is null, serviceInstanceId: instance)
            .AddTelemetrySdk()
            .AddEnvironmentVariableDetector();
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        // Both wait for the collector, for as long as it is configured to be waited for.
        return Task.Run(
            () =>
            {
                traces?.Dispose();
                metrics?.Dispose();
            },
            CancellationToken.None).WaitAsync(cancellationToken);
    }

    /// <summary>The standard variables may as well stand in a settings file or on the command line.</summary>
    private void Configure(IServiceCollection collection) => collection.AddSingleton(configuration);

    private static string? Version() =>
        Assembly.GetEntryAssembly()?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];
}
