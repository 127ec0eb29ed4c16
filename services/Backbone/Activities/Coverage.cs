using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Activities;

/// <summary>What activities can serve.</summary>
/// <param name="Place">Its place in the list.</param>
/// <param name="Reference">`initiative/clause` or `definer/indicator`.</param>
/// <param name="Target">As it stands in the table of references.</param>
/// <param name="Number">The clause's number; empty for an indicator.</param>
/// <param name="Text">Its wording, or its name.</param>
/// <param name="IsOutcome">Whether it is something to be reached: a goal, an indicator.</param>
internal sealed record Subject(string Place, string Reference, string Target, string Number, Text Text, bool IsOutcome);

/// <summary>Works out who works on what.</summary>
internal static class Coverage
{
    /// <summary>What is covered, without the names of its activities.</summary>
    /// <param name="subject">What is served.</param>
    /// <param name="tallies">The activities that serve it, counted.</param>
    /// <param name="isDuplicate">Whether two of them are duplicates.</param>
    public static ActivityCoverage.Types.Row Row(Subject subject, IEnumerable<Tally> tallies, bool isDuplicate)
    {
        var row = new ActivityCoverage.Types.Row
        {
            Subject = subject.Reference,
            Number = subject.Number,
            Text = subject.Text,
            Levels =
            {
                tallies.GroupBy(tally => tally.Level).OrderByDescending(level => level.Key).Select(level => new ActivityCoverage.Types.LevelCount
                {
                    Level = level.Key,
                    Working = level.Where(IsWorking).Sum(tally => tally.Count),
                    Ended = level.Where(tally => !IsWorking(tally)).Sum(tally => tally.Count),
                }),
            },
        };
        if (row.Levels.Sum(level => level.Working) == 0)
        {
            row.Marks.Add(ActivityCoverage.Types.Mark.Gap);
            if (subject.IsOutcome) row.Marks.Add(ActivityCoverage.Types.Mark.OutcomeWithoutSupport);
        }

        if (isDuplicate) row.Marks.Add(ActivityCoverage.Types.Mark.Duplicate);
        return row;
    }

    private static bool IsWorking(Tally tally) => new ActivityMark(tally.Level, tally.Status, "", "").IsWorking;
}
