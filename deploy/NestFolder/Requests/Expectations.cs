using CollectiveImpact.NestFolder.Reports;
using CollectiveImpact.NestFolder.Words;

namespace CollectiveImpact.NestFolder.Requests;

/// <summary>Adds up in memory what the nest rolls up by exchange.</summary>
public static class Expectations
{
    /// <summary>One for each published figure, in the order of the file.</summary>
    public static IReadOnlyList<ExpectedFigure> Of(Folder folder)
    {
        var additive = folder.Indicators.ToDictionary(indicator => indicator.Id, indicator => indicator.Additive);
        var names = folder.Indicators.ToDictionary(indicator => indicator.Id, indicator => indicator.FullName);
        var sums = folder.Published.ToDictionary(row => (row.Initiative, row.Indicator, row.Period, row.Cell), _ => new Sum());
        foreach (var report in folder.Reports)
        {
            foreach (var part in report.Reported.GroupBy(observation => observation.PartOf))
            {
                var contributions = part
                    .Where(observation => observation.Cell.Length > 0)
                    .Select(observation => (observation.Cell, Value: observation.Value!.Value, observation.Denominator))
                    .ToList();
                if (AddingUp.Total(part, additive[report.Indicator]) is { } total)
                    contributions.Add(("", total.Value, total.Denominator));
                foreach (var above in Above(folder, report, part.Key))
                {
                    foreach (var (cell, value, denominator) in contributions)
                        sums.GetValueOrDefault((above, report.Indicator, report.Period, cell))?.Add(value, denominator);
                }
            }
        }
        return [.. folder.Published.Select(row => sums[(row.Initiative, row.Indicator, row.Period, row.Cell)].ToFigure(row, names[row.Indicator]))];
    }

    // A part counts at its parent and above, and like every contribution at the initiative itself.
    private static IEnumerable<string> Above(Folder folder, ReportRows report, string part) => part.Length == 0
        ? folder.Initiatives.Upward(report.Initiative)
        : folder.Initiatives.Upward(part).Prepend(report.Initiative);

    private sealed class Sum
    {
        private int contributions;
        private Figure value;
        private Figure? denominator;

        public void Add(Figure more, Figure? moreBelow)
        {
            contributions++;
            value += more;
            if (moreBelow is { } below)
                denominator = (denominator ?? Figure.Zero) + below;
        }

        public ExpectedFigure ToFigure(Published.PublishedRow row, string indicator) => new(row, indicator, contributions, value, denominator);
    }
}
