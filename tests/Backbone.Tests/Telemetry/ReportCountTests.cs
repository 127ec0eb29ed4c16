using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CollectiveImpact.Backbone.Measurement;
using CollectiveImpact.Backbone.Tests.Network;
using Microsoft.Extensions.DependencyInjection;

namespace CollectiveImpact.Backbone.Tests.Telemetry;

/// <summary>How reports are counted.</summary>
public sealed class ReportCountTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nest-test-").FullName;
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<(string Name, long Count)> _counts = new();
    private TestNode _node = null!;

    public async Task InitializeAsync()
    {
        _node = await TestNode.StartAsync(_folder, Level.National, 0, TimeProvider.System);
        await _node.Register("ca", Level.National);
        await _node.Define("ca", TestNest.Indicator);
        var meters = _node.Services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == MeasurementMetrics.MeterName && instrument.Meter.Scope == meters) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, count, _, _) => _counts.Enqueue((instrument.Name, count)));
        _listener.Start();
    }

    public async Task DisposeAsync()
    {
        _listener.Dispose();
        await _node.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task a_report_counts_as_accepted_or_refused_wherever_it_comes_in()
    {
        await _node.Say("ca", "2020", Words.Figure("1"));
        await Words.Refusal(() => _node.Say("ca", "2021-13", Words.Figure("1")));
        await Import("2018", "2019");
        await Words.Refusal(() => Import("2017", "2016", "no year"));
        Assert.Equal((3, 4), (Sum("accepted"), Sum("refused")));
    }

    private async Task Import(params string[] periods)
    {
        using var import = _node.Measurement.Import();
        foreach (var period in periods) await import.RequestStream.WriteAsync(new ImportRequest { Report = Words.Report("ca", period, Words.Figure("1")) });
        await import.RequestStream.CompleteAsync();
        await import;
    }

    private long Sum(string outcome) => _counts.Where(each => each.Name == $"collectiveimpact.backbone.reports.{outcome}").Sum(each => each.Count);
}
