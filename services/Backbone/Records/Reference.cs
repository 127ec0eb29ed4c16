namespace CollectiveImpact.Backbone.Records;

/// <summary>That a record names another.</summary>
/// <param name="Target">What is named, as <see cref="Topic"/> writes it.</param>
/// <param name="Detail">What a look from there has to know without reading the record; at most 200 characters.</param>
/// <param name="Mark">With what the detail begins, where those that name the same are kept counted by it; null where they are not.</param>
internal readonly record struct Reference(string Target, string Detail = "", string? Mark = null);

/// <summary>A reference as it is found from what it names.</summary>
/// <param name="Target">What is named.</param>
/// <param name="Kind">The kind of the record that names it.</param>
/// <param name="Initiative">Whose record that is.</param>
/// <param name="Id">Which.</param>
/// <param name="Detail">What the record put beside it.</param>
internal sealed record Mention(string Target, string Kind, string Initiative, string Id, string Detail);

/// <summary>What records name, as text: `clause ca/housing-first`.</summary>
internal static class Topic
{
    public static string Of(string kind, string initiative, string id) => $"{kind} {initiative}/{id}";

    public static string Of(string kind, string reference) => $"{kind} {reference}";
}
