namespace CollectiveImpact.Backbone.Communication;

/// <summary>One who may have fallen silent.</summary>
/// <param name="Sort">`initiative` or `partner`.</param>
/// <param name="Id">Which.</param>
/// <param name="LastHeard">The day on which it was last heard from; empty: never.</param>
internal sealed record Heard(string Sort, string Id, string LastHeard)
{
    /// <summary>Its place among the silent. Never comes before every day.</summary>
    public string Place => $"{LastHeard} {Sort} {Id}";
}

/// <summary>Works out who has fallen silent.</summary>
internal static class SilenceOf
{
    /// <summary>The last of some days that is not to come; empty where there is none.</summary>
    public static string Last(IEnumerable<string> days, string today) =>
        days.Where(day => string.CompareOrdinal(day, today) <= 0).Max(StringComparer.Ordinal) ?? "";

    /// <summary>Those who were not heard from on or after a day, the longest silent first.</summary>
    public static IEnumerable<Heard> Since(IEnumerable<Heard> all, string since) =>
        all.Where(each => string.CompareOrdinal(each.LastHeard, since) < 0).OrderBy(each => each.Place, StringComparer.Ordinal);
}
