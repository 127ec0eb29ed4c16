using CollectiveImpact.NestFolder.Reading;
using CollectiveImpact.NestFolder.Words;

namespace CollectiveImpact.NestFolder.Reports;

/// <summary>Whether the cells of a report add up to its total, in each part and for each way of dividing it.</summary>
internal static class AddingUp
{
    public static void Check(ReportRows report, FaultList faults)
    {
        foreach (var part in report.Reported.GroupBy(observation => observation.PartOf))
        {
            var total = part.FirstOrDefault(observation => observation.Cell.Length == 0);
            var (value, denominator, says) = (total?.Value, total?.Denominator, total is null ? "" : $"the total in row {total.Row}");
            foreach (var division in part.Where(observation => observation.Cell.Length > 0).GroupBy(observation => Cells.Dimensions(observation.Cell)))
            {
                var sum = division.Aggregate(Figure.Zero, (sum, observation) => sum + observation.Value!.Value);
                var denominators = Sum(division.Select(observation => observation.Denominator));
                if (value is null)
                    (value, denominator, says) = (sum, denominators, $"those by {division.Key}");
                var first = division.First().Row;
                if (sum != value)
                    faults.Add(ObservationsFile.Name, first, "value", Message(division.Key, sum, value.Value, says));
                if (denominators != denominator)
                    faults.Add(ObservationsFile.Name, first, "denominator", Message(division.Key, denominators ?? default, denominator ?? default, says));
            }
        }
    }

    /// <summary>The total of one part: as it is stated, or as the cells add up to it. Null where neither is there.</summary>
    public static (Figure Value, Figure? Denominator)? Total(IEnumerable<ObservationRow> part, bool additive)
    {
        var reported = part.Where(observation => observation.Value is not null).ToArray();
        if (reported.FirstOrDefault(observation => observation.Cell.Length == 0) is { } total)
            return (total.Value!.Value, total.Denominator);
        if (!additive || reported.Length == 0)
            return null;
        var division = reported.GroupBy(observation => Cells.Dimensions(observation.Cell)).First();
        return (
            division.Aggregate(Figure.Zero, (sum, observation) => sum + observation.Value!.Value),
            Sum(division.Select(observation => observation.Denominator)));
    }

    private static Figure? Sum(IEnumerable<Figure?> figures) =>
        figures.Aggregate((Figure?)null, (sum, figure) => figure is null ? sum : (sum ?? Figure.Zero) + figure);

    private static string Message(string dimensions, Figure sum, Figure total, string says) =>
        $"the cells by {dimensions} add up to {sum}, not to {total} as {says}; correct one of them, or write no under additive in indicators.csv";
}
