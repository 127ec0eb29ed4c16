using System.Diagnostics.Metrics;
using CollectiveImpact.V1;

namespace CollectiveImpact.Exchange.Telemetry;

/// <summary>One link as it is found when somebody collects what is measured.</summary>
internal sealed record LinkReading(LinkState Link)
{
    /// <summary>A measurement for each state that there is.</summary>
    public IEnumerable<Measurement<int>> States => Enum.GetValues<LinkState.Types.Phase>()
        .Where(phase => phase != LinkState.Types.Phase.Unspecified)
        .Select(phase => new Measurement<int>(phase == Link.Phase ? 1 : 0, [.. Tags, new(ExchangeMetrics.State, phase.ToString().ToLowerInvariant())]));

    private KeyValuePair<string, object?>[] Tags => [new(ExchangeMetrics.Link, Link.Link), new(ExchangeMetrics.Peer, Link.Peer)];

    public Measurement<T> Measure<T>(T value) where T : struct => new(value, Tags);
}
