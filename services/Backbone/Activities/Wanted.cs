using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Activities;

/// <summary>Which activities of the index are looked for.</summary>
/// <param name="Targets">What each of them names: 1 to 4.</param>
internal sealed record Wanted(params IReadOnlyList<string> Targets)
{
    /// <summary>Bounds of the status, both included.</summary>
    public Activity.Types.Status From { get; init; } = Activity.Types.Status.Unspecified;

    public Activity.Types.Status Until { get; init; } = Activity.Types.Status.Stopped;

    /// <summary>Days of which it has one at least.</summary>
    public string FirstDay { get; init; } = ActivityMark.First;

    public string LastDay { get; init; } = ActivityMark.Last;

    /// <summary>Only those that somebody works on, or is about to.</summary>
    public static Wanted Working(string target) =>
        new(target) { From = Activity.Types.Status.Planned, Until = Activity.Types.Status.Underway };
}
