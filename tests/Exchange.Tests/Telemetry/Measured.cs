using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CollectiveImpact.Exchange.Telemetry;
using CollectiveImpact.Exchange.Tests.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace CollectiveImpact.Exchange.Tests.Telemetry;

/// <summary>Everything that one node's exchange measures.</summary>
internal sealed class Measured : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<(string Name, double Value, Dictionary<string, object?> Tags)> _all = new();

    public Measured(TestNode node)
    {
        // Several nodes run in one process, each with meters of its own.
        var meters = node.Services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == ExchangeTelemetry.Name && instrument.Meter.Scope == meters) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>All that was ever measured of an instrument, with certain attributes.</summary>
    public double Sum(string name, params (string Key, string Value)[] tags) => Of(name, tags).Sum(each => each.Value);

    public IEnumerable<(double Value, Dictionary<string, object?> Tags)> Of(string name, params (string Key, string Value)[] tags) =>
        _all.Where(each => each.Name == $"collectiveimpact.exchange.{name}" && tags.All(tag => Equals(each.Tags.GetValueOrDefault(tag.Key), tag.Value)))
            .Select(each => (each.Value, each.Tags));

    /// <summary>A gauge as it stands now; null where it says nothing.</summary>
    public double? Now(string name, params (string Key, string Value)[] tags)
    {
        _all.Clear();
        _listener.RecordObservableInstruments();
        return Of(name, tags).Select(each => (double?)each.Value).SingleOrDefault();
    }

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _all.Enqueue((instrument.Name, value, tags.ToArray().ToDictionary()));
}
