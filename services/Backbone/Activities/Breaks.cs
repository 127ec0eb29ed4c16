using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Activities;

/// <summary>Tells whether what one activity counts on still holds.</summary>
internal static class Breaks
{
    /// <param name="from">The activity that names the other.</param>
    /// <param name="to">The one that is named; null where it is not known.</param>
    /// <param name="depends">Whether the first depends on it.</param>
    public static Reinforcement.Types.Break Of(ActivityMark from, ActivityMark? to, bool depends)
    {
        if (!from.IsWorking) return Reinforcement.Types.Break.Unspecified;
        if (to is not { } named) return Reinforcement.Types.Break.Missing;
        if (!depends || named.Status == Activity.Types.Status.Done) return Reinforcement.Types.Break.Unspecified;
        if (named.Status == Activity.Types.Status.Stopped) return Reinforcement.Types.Break.Stopped;
        // What has no last day is counted on while it lasts; what has no first day waits for nothing.
        return named.Until.Length > 0 && from.From.Length > 0 && string.CompareOrdinal(named.Until, from.From) > 0
            ? Reinforcement.Types.Break.Late
            : Reinforcement.Types.Break.Unspecified;
    }
}
