using System.Collections.Immutable;
using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Measurement;
using CollectiveImpact.Backbone.Nest;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Standing;

/// <summary>All that a node knows without asking its database, as one value: it changes by being replaced.</summary>
internal sealed record NodeStanding(NodeId Node, NestState Nest, CharterState Charters, IndicatorState Indicators)
{
    /// <summary>What initiatives have published.</summary>
    public ImmutableDictionary<string, ImmutableArray<PublishedPart>> Published { get; init; } = ImmutableDictionary<string, ImmutableArray<PublishedPart>>.Empty;

    /// <summary>Initiatives whose function map has changed since the last commit.</summary>
    public ImmutableHashSet<string> ChangedMaps { get; init; } = [];

    /// <summary>Totals that have changed since the last commit, an operation's together and the latest first.</summary>
    public ImmutableStack<IReadOnlyList<Total>> ChangedTotals { get; init; } = [];

    /// <summary>Totals that change all the time, as they are kept.</summary>
    public HotTotals HotTotals { get; init; } = HotTotals.None;

    private KeptTotals? _kept;

    /// <summary>To which figures reports belong, of those that this node keeps.</summary>
    public KeptTotals Kept => _kept is { } kept && kept.Nest == Nest ? kept : _kept = new KeptTotals(this with { ChangedMaps = [], ChangedTotals = [], HotTotals = HotTotals.None });

    public static NodeStanding Empty(NodeId node) => new(node, NestState.Empty, CharterState.Empty, IndicatorState.Empty);

    /// <summary>Whether this node hosts an initiative.</summary>
    public bool Hosts(string initiative) => Nest.Find(initiative)?.Host == Node;
}
