using CollectiveImpact.Backbone.Nest;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;

namespace CollectiveImpact.Backbone.Measurement;

/// <summary>To which initiatives' figures an observation belongs. Each is named once, however many ways lead to it.</summary>
internal static class Attribution
{
    /// <summary>The initiative itself, and those above it.</summary>
    public static IEnumerable<string> Of(NestState nest, string initiative, Period period, string part) =>
        Above(nest, initiative, period, part).Prepend(initiative);

    /// <summary>Those of them whose figures this node keeps: of what it hosts, and of all that is aligned with that.</summary>
    public static IEnumerable<string> Kept(NodeStanding standing, string initiative, Period period, string part) =>
        Of(standing.Nest, initiative, period, part).Where(target => Keeps(standing, target));

    public static bool Keeps(NodeStanding standing, string initiative) =>
        standing.Hosts(initiative) || standing.Nest.Ancestors(initiative).Any(standing.Hosts);

    /// <summary>Why this node can't answer for an initiative's figures; null where it keeps them.</summary>
    public static CallFault? Fault(NodeStanding standing, string initiative) => Keeps(standing, initiative)
        ? null
        : CallFault.Precondition("initiative", $"the figures of {initiative} are kept by its own node and by those above it, and this is neither", initiative);

    private static IEnumerable<string> Above(NestState nest, string initiative, Period period, string part)
    {
        var dividing = nest.DividingParents(initiative, period);
        if (part.Length > 0)
            return nest.Parents(initiative, period).Contains(part) ? nest.Ancestors(part, period).Prepend(part) : [];
        if (dividing.Count < 2) return nest.Ancestors(initiative, period);
        // A whole that is not divided, because a second alignment came after the report, belongs to no single parent: only
        // to those that all of them share.
        return dividing.Select(parent => nest.Ancestors(parent, period).Prepend(parent))
            .Aggregate((shared, above) => shared.Intersect(above));
    }
}
