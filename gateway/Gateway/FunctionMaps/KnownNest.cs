using System.Collections.Immutable;
using CollectiveImpact.V1;

namespace CollectiveImpact.Gateway.FunctionMaps;

/// <summary>All that the gateway knows at one moment: what each of its nodes tells. Never changes.</summary>
internal sealed record KnownNest(ImmutableArray<NodeView> Nodes)
{
    /// <summary>Whether some node has yet to tell what it knows.</summary>
    public bool IsAwaited => Nodes.Any(node => node.IsAwaited);

    /// <summary>Whether any node has heard of the initiative.</summary>
    public bool Knows(string initiative) => Nodes.Any(node => node.Maps.ContainsKey(initiative));

    /// <summary>The node of that fingerprint, if it can be called.</summary>
    public NodeView? Up(string node) =>
        node is "" ? null : Nodes.FirstOrDefault(view => view.IsUp && view.Node == node);

    /// <summary>Whether a node of that fingerprint is among the gateway's, up or not.</summary>
    public bool HasNode(string node) => node is not "" && Nodes.Any(view => view.Node == node);

    /// <summary>The highest node that can be called, of those that meet the condition.</summary>
    public NodeView? Highest(Func<NodeView, bool> condition) =>
        Nodes.Where(node => node.IsUp && condition(node)).MaxBy(node => node.Level);

    /// <summary>The initiative's map. The word of the node that hosts it goes before that of others.</summary>
    public ToldMap? MapOf(string initiative)
    {
        ToldMap? heard = null;
        foreach (var view in Nodes)
        {
            if (!view.Maps.TryGetValue(initiative, out var map))
                continue;
            if (map.Host == view.Node)
                return map;
            heard ??= map;
        }
        return heard;
    }

    /// <summary>
    /// The tenure that stands. Nodes hear of a hand-over one after the other: the highest epoch is the latest, and
    /// of one epoch the holder knows most, and after it the initiative's own node.
    /// </summary>
    public Tenure TenureOf(string initiative, Function function)
    {
        var standing = Tenure.None;
        var rank = -1;
        foreach (var view in Nodes)
        {
            if (!view.Maps.TryGetValue(initiative, out var map))
                continue;
            var told = map[function];
            var toldRank = told.WriterNode is not "" && told.WriterNode == view.Node ? 2
                : map.Host == view.Node ? 1
                : 0;
            if (told.Epoch > standing.Epoch || (told.Epoch == standing.Epoch && toldRank > rank))
                (standing, rank) = (told, toldRank);
        }
        return standing;
    }

    public KnownNest With(int index, NodeView view) => new(Nodes.SetItem(index, view));
}
