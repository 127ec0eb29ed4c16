using CollectiveImpact.Exchange.Calls;

namespace CollectiveImpact.Backbone.Activities;

/// <summary>The place of a pair among all duplicates.</summary>
/// <param name="Target">What both serve first.</param>
/// <param name="Lower">The lower one.</param>
/// <param name="Upper">The upper one.</param>
internal sealed record PairPlace(string Target, Work Lower, Work Upper)
{
    /// <summary>As a token: `clause ca/homes ca.on.hamilton/shelters ca/homes-fund`.</summary>
    public string Text => $"{Target} {Lower.Name} {Upper.Name}";

    /// <summary>What is wrong with a token.</summary>
    public static CallFault? Read(string field, string token, out PairPlace? place)
    {
        place = null;
        if (token.Length == 0) return null;
        if (token.Split(' ') is not [var kind, var reference, var lower, var upper] || Of(lower) is not { } low || Of(upper) is not { } high)
            return CallFault.Invalid(field, "is none that an answer gave; leave it empty for the first page");
        place = new PairPlace($"{kind} {reference}", low, high);
        return null;
    }

    /// <summary>Whether a pair that serves the same comes after this one.</summary>
    public bool IsBefore(Work lower, Work upper)
    {
        var order = Work.Compare(Lower, lower);
        return order != 0 ? order < 0 : Work.Compare(Upper, upper) < 0;
    }

    private static Work? Of(string name) => name.Split('/') is [var initiative, var id] ? new Work(initiative, id, default) : null;
}
