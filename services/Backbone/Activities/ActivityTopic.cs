using CollectiveImpact.Backbone.Records;

namespace CollectiveImpact.Backbone.Activities;

/// <summary>What activities and commitments name, as it stands in the table of references.</summary>
internal static class ActivityTopic
{
    /// <summary>Named by every activity: so they can be gone through, over the nest, in the order of initiative and id.</summary>
    public const string All = "activities";

    public const string ClausePrefix = "clause ", IndicatorPrefix = "indicator ", ActivityPrefix = "activity ";

    public static string Clause(string reference) => Topic.Of("clause", reference);

    public static string Indicator(string reference) => Topic.Of("indicator", reference);

    public static string Activity(string reference) => Topic.Of("activity", reference);

    /// <summary>A partner's id is its initiative's own; it is looked for at several at a time.</summary>
    public static string Partner(string partner) => Topic.Of("activity-partner", partner);

    /// <summary>The activity to which a commitment belongs.</summary>
    public static string Committed(string initiative, string activity) => Topic.Of("committed", initiative, activity);
}
