using CollectiveImpact.Exchange.Calls;

namespace CollectiveImpact.Backbone.Activities;

/// <summary>That one activity names another.</summary>
/// <param name="To">Which is named, `initiative/activity`.</param>
/// <param name="Kind">The kind of the document that names it.</param>
/// <param name="From">Which names it.</param>
/// <param name="How">One of the letters that <see cref="ActivityKind"/> writes.</param>
internal sealed record Naming(string To, string Kind, Work From, char How)
{
    /// <summary>Its place among all, in the order of the index.</summary>
    public string Place => $"{To} {Kind} {From.Initiative} {From.Id}";

    /// <summary>What is wrong with a place that a caller gives.</summary>
    public static CallFault? Read(string field, string place, out Naming? naming)
    {
        naming = null;
        if (place.Length == 0) return null;
        if (place.Split(' ') is not [var to, var kind, var initiative, var id])
            return CallFault.Invalid(field, "is none that an answer gave; leave it empty for the first page");
        naming = new Naming(to, kind, new Work(initiative, id, default), ActivityKind.Both);
        return null;
    }

    public bool Depends => How != ActivityKind.Reinforces;

    public bool Reinforces => How != ActivityKind.Depends;
}
