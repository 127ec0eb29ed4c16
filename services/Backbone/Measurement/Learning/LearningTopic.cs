using CollectiveImpact.Backbone.Records;

namespace CollectiveImpact.Backbone.Measurement.Learning;

/// <summary>What records of learning name, as it stands in the table of references.</summary>
internal static class LearningTopic
{
    /// <summary>Named by every story, and by those that say what works.</summary>
    public const string Stories = "curve-stories", WhatWorks = "what-works";

    /// <summary>Named by every crosswalk, and by those between figures that are not the same.</summary>
    public const string Crosswalks = "crosswalks", Incomparable = "incomparable";

    public static string Story(string indicator) => Topic.Of("curve", indicator);

    public static string Crosswalk(string indicator) => Topic.Of("crosswalk", indicator);
}
