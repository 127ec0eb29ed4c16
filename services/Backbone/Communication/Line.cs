using CollectiveImpact.Backbone.Nest;
using CollectiveImpact.Exchange.Calls;

namespace CollectiveImpact.Backbone.Communication;

/// <summary>Those above and below an initiative, as documents reach them: whatever the dates of their alignments.</summary>
internal static class Line
{
    /// <summary>With the initiative itself.</summary>
    public static HashSet<string> Of(NestState nest, string initiative) =>
        [initiative, .. nest.Ancestors(initiative), .. nest.Descendants(initiative)];

    public static Scope Itself(string initiative) => new(initiative, []);

    public static Scope AndAbove(NestState nest, string initiative, bool above) => new(initiative, above ? nest.Ancestors(initiative) : []);

    public static Scope AndBelow(NestState nest, string initiative, bool below) => new(initiative, below ? nest.Descendants(initiative) : []);

    /// <summary>Why an initiative can't speak in a channel of another.</summary>
    public static CallFault? Fault(NestState nest, string initiative, string of, string field)
    {
        if (of == initiative) return null;
        if (Check.Id(field, of) is { } malformed) return malformed;
        if (nest.Find(of) is null) return CallFault.UnknownInitiative(field, of);
        return Of(nest, initiative).Contains(of)
            ? null
            : CallFault.Invalid(field, $"{of} is neither above nor below {initiative}, and what one writes does not reach the other");
    }
}
