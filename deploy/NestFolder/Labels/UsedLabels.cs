using CollectiveImpact.NestFolder.Indicators;
using CollectiveImpact.NestFolder.Published;
using CollectiveImpact.NestFolder.Reading;
using CollectiveImpact.NestFolder.Reports;
using CollectiveImpact.NestFolder.Words;

namespace CollectiveImpact.NestFolder.Labels;

/// <summary>The labels of each indicator: those of the dimensions that its figures have, observed or published.</summary>
internal static class UsedLabels
{
    private const int Most = 200;

    public static IReadOnlyList<IndicatorRow> AppliedTo(
        IReadOnlyList<IndicatorRow> rows, IReadOnlyList<LabelRow> labels, IReadOnlyList<ReportRows> reports, IReadOnlyList<PublishedRow> published, FaultList faults)
    {
        if (labels.Count == 0)
            return rows;
        var used = Used(reports, published);
        return [.. rows.Select(row => row with { Labels = Checked(row, [.. labels.Where(label => used.Contains((row.Id, label.Dimension)))], faults) })];
    }

    private static IReadOnlyList<LabelRow> Checked(IndicatorRow indicator, IReadOnlyList<LabelRow> labels, FaultList faults)
    {
        if (labels.Count > Most)
        {
            faults.Add(
                CellsFile.Name, labels[Most].Row, CellsFile.CellColumn,
                $"{indicator.Id} has more than {Most} labels; leave out those that say no more than the cell does");
        }
        return labels;
    }

    private static HashSet<(string Indicator, string Dimension)> Used(IReadOnlyList<ReportRows> reports, IReadOnlyList<PublishedRow> published) =>
        reports.SelectMany(report => report.Observations.Select(observation => (report.Indicator, observation.Cell)))
            .Concat(published.Select(row => (row.Indicator, row.Cell)))
            .Where(use => use.Cell.Length > 0)
            .Distinct()
            .SelectMany(use => Cells.Dimensions(use.Cell).Split(';').Select(dimension => (use.Indicator, dimension)))
            .ToHashSet();
}
