using CollectiveImpact.Gateway.FunctionMaps;
using CollectiveImpact.Hosting.Contract;
using CollectiveImpact.V1;

namespace CollectiveImpact.Gateway.Routing;

/// <summary>Decides where one call goes, from what is known at one moment.</summary>
internal readonly struct Itinerary(KnownNest nest, ContractMethod method, RouteKey key)
{
    // For a node that has yet to tell what it knows.
    private static readonly TimeSpan UntilAllHaveTold = TimeSpan.FromSeconds(2);

    // For a new holder to hear of the hand-over that it is the last to hear of.
    private static readonly TimeSpan UntilHolderHasHeard = TimeSpan.FromSeconds(1);

    public Decision Decide() => method.Route!.Target switch
    {
        Target.Any => ToAny(),
        Target.Level => ToLevel(),
        Target.Host => ToHost(),
        Target.Holder => ToHolder(),
        _ => new(Rejections.NotRouted(method)),
    };

    private Decision ToAny()
    {
        var initiative = key.Initiative;
        if (initiative is "")
            return nest.Highest(_ => true) is { } highest ? new(highest) : Await(Rejections.NobodyUp());
        if (nest.MapOf(initiative) is not { } map)
            return Await(Unknown());
        // Its own node hears first of what changes about it.
        return (nest.Up(map.Host) ?? nest.Highest(node => node.Maps.ContainsKey(initiative))) is { } node
            ? new(node)
            : Await(Rejections.NobodyHeard(method.KeyField!.Name, initiative));
    }

    private Decision ToLevel()
    {
        if (nest.Knows(key.Initiative))
            return ToHost();
        var level = key.Level;
        // While a node has yet to speak, it may be the one that hosts the initiative.
        return Await(nest.Highest(node => node.Level == level) is { } node ? node : Rejections.NobodyAt(level));
    }

    private Decision ToHost()
    {
        if (nest.MapOf(key.Initiative) is not { } map)
            return Await(Unknown());
        if (nest.Up(map.Host) is { } host)
            return new(host);
        return Instead(nest.HasNode(map.Host)
            ? Rejections.HostDown(key.Initiative)
            : Rejections.HostElsewhere(key.Initiative));
    }

    private Decision ToHolder()
    {
        if (!nest.Knows(key.Initiative))
            return Await(Unknown());
        var tenure = nest.TenureOf(key.Initiative, key.Function);
        // Where nobody writes, the initiative's own node says so in the words of the domain.
        if (tenure.WriterNode is "")
            return ToHost();
        if (nest.Up(tenure.WriterNode) is { } holder)
            return new(holder, HasHeard(holder, tenure) ? TimeSpan.Zero : UntilHolderHasHeard);
        return Instead(nest.HasNode(tenure.WriterNode)
            ? Rejections.HolderDown(key.Initiative, key.Function, tenure.Writer)
            : Rejections.HolderElsewhere(key.Initiative, key.Function, tenure.Writer));
    }

    private bool HasHeard(NodeView holder, Tenure tenure) =>
        holder.Maps.TryGetValue(key.Initiative, out var map) && map[key.Function].Epoch >= tenure.Epoch;

    /// <summary>What only reads is answered from what was exchanged, by the nearest node above.</summary>
    private Decision Instead(Rejection rejection) =>
        Await(method.IsReadOnly && NearestHost() is { } node ? node : rejection);

    private NodeView? NearestHost()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { key.Initiative };
        var climb = new Queue<string>(seen);
        while (climb.TryDequeue(out var initiative))
        {
            if (nest.MapOf(initiative) is not { } map)
                continue;
            if (nest.Up(map.Host) is { } node)
                return node;
            foreach (var above in map.AlignedWith.Where(seen.Add))
                climb.Enqueue(above);
        }
        return null;
    }

    private Rejection Unknown() => Rejections.Unknown(method.KeyField!.Name, key.Initiative);

    private Decision Await(RouteResult result) => new(result, nest.IsAwaited ? UntilAllHaveTold : TimeSpan.Zero);
}
