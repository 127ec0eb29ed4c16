namespace CollectiveImpact.Backbone.Activities;

/// <summary>Finds what is done twice: by initiatives of which one is above the other, unknown to each other.</summary>
internal static class Duplicates
{
    /// <summary>The pairs among activities that serve one thing; each once, in the order of the lower one and then of the upper.</summary>
    /// <param name="works">The activities, in the order of initiative and id.</param>
    /// <param name="uppers">Those of them that can be above others, by initiative.</param>
    /// <param name="above">The initiatives above one.</param>
    /// <param name="areLinked">Whether one of two names the other: the upper and the lower one.</param>
    public static IEnumerable<(Work Upper, Work Lower)> Among(
        IEnumerable<Work> works, ILookup<string, Work> uppers, Func<string, IReadOnlyList<string>> above, Func<Work, Work, bool> areLinked)
    {
        if (uppers.Count == 0) yield break;
        foreach (var lower in works.Where(work => work.Mark.IsWorking))
        {
            List<Work> found =
            [
                .. above(lower.Initiative).SelectMany(initiative => uppers[initiative])
                    .Where(upper => upper.Mark.IsWorking && upper.Mark.Overlaps(lower.Mark) && !areLinked(upper, lower)),
            ];
            found.Sort(Work.Compare);
            foreach (var upper in found) yield return (upper, lower);
        }
    }
}
