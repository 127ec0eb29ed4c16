using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Nest;

/// <summary>Initiatives as the contract shows them.</summary>
internal static class ShownInitiative
{
    /// <summary>One that is known.</summary>
    /// <param name="nest">Where it is.</param>
    /// <param name="id">Which.</param>
    /// <param name="day">The day of its name.</param>
    public static Initiative Of(NestState nest, string id, DateOnly day)
    {
        var known = nest.Find(id)!;
        return new Initiative
        {
            Initiative_ = id,
            Level = known.Level,
            Name = known.Names.On(day),
            Node = known.Host.Fingerprint,
            Revision = known.Revision,
            Names = { known.Names.All },
            Alignments = { nest.Alignments(id).Values.Select(alignment => alignment.Write()) },
        };
    }
}
