using System.Diagnostics;
using System.Diagnostics.Metrics;
using CollectiveImpact.Hosting.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CollectiveImpact.Hosting.Tests.Telemetry;

public sealed class Exporting
{
    private static readonly Exported Mill = new("mill", _ => "mill-7", ["Mill"], ["Mill"]);

    [Fact]
    public async Task What_is_configured_is_exported_with_who_measured_it()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        using var source = new ActivitySource("Mill");
        await using (var app = Create(receiver.Settings))
        {
            await app.StartAsync();
            app.Services.GetRequiredService<IMeterFactory>().Create("Mill").CreateCounter<int>("mill.turns").Add(1);
            source.StartActivity("grind")!.Stop();
            using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
            await http.GetAsync("/");
            await app.StopAsync();
        }

        Assert.Contains("mill.turns", receiver.Metrics);
        Assert.Contains("http.server.request.duration", receiver.Metrics);
        Assert.Contains("grind", receiver.Spans);
        Assert.Contains("service.name=mill", receiver.Resource);
        Assert.Contains("service.instance.id=mill-7", receiver.Resource);
        Assert.Contains(receiver.Resource, attribute => attribute.StartsWith("service.version=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_collector_that_is_away_keeps_nobody_from_starting_or_ending()
    {
        await using var app = Create(new("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1"), new("OTEL_EXPORTER_OTLP_TIMEOUT", "500"));
        await app.StartAsync();
        await app.StopAsync().WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "")]
    [InlineData("OTEL_SERVICE_NAME", "another")]
    public async Task Where_no_collector_is_named_nothing_is_added(string variable, string value)
    {
        await using var app = Create(new KeyValuePair<string, string?>(variable, value));
        Assert.Empty(app.Services.GetServices<IHostedService>().OfType<TelemetryExport>());
    }

    [Fact]
    public async Task Exporting_can_be_disabled()
    {
        await using var app = Create(new("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1"), new("OTEL_SDK_DISABLED", "true"));
        Assert.Empty(app.Services.GetServices<IHostedService>().OfType<TelemetryExport>());
    }

    private static WebApplication Create(params KeyValuePair<string, string?>[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings);
        var app = builder.AddTelemetry(Mill).Build();
        app.Run(context => context.Response.WriteAsync("turning"));
        return app;
    }
}
