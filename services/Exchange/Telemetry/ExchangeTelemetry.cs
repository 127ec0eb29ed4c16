using System.Collections.Concurrent;
using System.Diagnostics;
using CollectiveImpact.Exchange.Log;
using Microsoft.Extensions.Logging;

namespace CollectiveImpact.Exchange.Telemetry;

/// <summary>What the exchange lets be seen of itself: metrics, spans, and a line for each document that it refuses.</summary>
public sealed class ExchangeTelemetry : IDisposable
{
    /// <summary>The name of the meter, and of the source of spans.</summary>
    public const string Name = ExchangeMetrics.MeterName;

    private readonly ExchangeMetrics _metrics;
    private readonly ILogger<ExchangeTelemetry> _logger;
    private readonly ActivitySource _source = new(Name);
    private readonly ConcurrentDictionary<string, LinkTelemetry> _links = new();

    internal ExchangeTelemetry(ExchangeMetrics metrics, ILogger<ExchangeTelemetry> logger) => (_metrics, _logger) = (metrics, logger);

    internal LinkTelemetry Of(string link) => _links.GetOrAdd(link, id => new LinkTelemetry(id, _metrics, _source, _logger));

    /// <summary>Begins a link's handshake; the link's id may not be known before its end.</summary>
    internal Activity? BeginHandshake() => _source.StartActivity("link handshake");

    /// <summary>A group of operations has come to its end.</summary>
    internal void Committed(long began, IReadOnlyCollection<Operation> operations, Exception? failure)
    {
        var duration = Stopwatch.GetElapsedTime(began);
        _metrics.Committed(duration, operations.Count, failure);
        if (!_source.HasListeners()) return;
        // The first call's trace shows the commit; the traces of the others are linked to it.
        var callers = operations.Select(operation => operation.Caller).Where(caller => caller != default).Distinct().ToList();
        using var activity = _source.StartActivity(
            "commit", ActivityKind.Internal, callers.FirstOrDefault(), [new("collectiveimpact.commit.operations", operations.Count)],
            callers.Skip(1).Select(caller => new ActivityLink(caller)), DateTimeOffset.UtcNow - duration);
        if (failure is not null) activity?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", failure.GetType().FullName);
    }

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();
}
