using CollectiveImpact.NestFolder.Calls;
using CollectiveImpact.NestFolder.Functions;
using CollectiveImpact.NestFolder.Indicators;
using CollectiveImpact.NestFolder.Initiatives;
using CollectiveImpact.NestFolder.Labels;
using CollectiveImpact.NestFolder.Published;
using CollectiveImpact.NestFolder.Reports;
using CollectiveImpact.NestFolder.Words;

namespace CollectiveImpact.NestFolder.Writing;

/// <summary>The files of a folder, as <see cref="FolderReader"/> reads them.</summary>
internal static class FolderWriter
{
    public static void Write(Folder folder, string directory)
    {
        CsvFile.Write(
            directory, InitiativesFile.Name, ["id", "level", "name_en", "name_fr", "parents"],
            [.. folder.Initiatives.Rows.Select(row => (string[])[row.Id, Word(row.Level), row.Name.En, row.Name.Fr, string.Join(';', row.Parents)])]);
        CsvFile.Write(
            directory, IndicatorsFile.Name,
            ["id", "name_en", "name_fr", "unit", "unit_fr", "kind", "direction", "additive", "period?", "defined_by?"],
            [.. folder.Indicators.Select(row => Indicator(row, IsToldByFigures(folder, row)))]);
        CsvFile.Write(
            directory, ObservationsFile.Name,
            ["initiative", "indicator", "period", "cell", "part_of", "value", "denominator", "reporter?"],
            [.. folder.Reports.SelectMany(report => report.Observations.Select(row => Observation(report, row)))]);
        WriteOptional(
            directory, FunctionsFile.Name, ["initiative", "function", "holders", "until"],
            [.. folder.Holdings.Select(row => (string[])[row.Initiative, FunctionNames.Of(row.Function), string.Join(';', row.Holders), row.Until])]);
        WriteOptional(
            directory, PublishedFile.Name,
            ["initiative", "indicator", "period", "cell", "value", "denominator", "tolerance", "denominator_tolerance", "source?"],
            [.. folder.Published.Select(Published)]);
        WriteOptional(
            directory, CellsFile.Name, ["cell", "name_en", "name_fr"],
            [.. folder.Indicators.SelectMany(row => row.Labels).DistinctBy(label => label.Of).OrderBy(label => label.Of, StringComparer.Ordinal)
                .Select(label => (string[])[label.Of, label.Name.En, label.Name.Fr])]);
        if (folder.Calls.Count > 0)
            CallsFile.Write(directory, folder.Calls);
    }

    private static void WriteOptional(string directory, string name, string[] columns, IReadOnlyList<string[]> rows)
    {
        if (rows.Count > 0)
            CsvFile.Write(directory, name, columns, rows);
    }

    private static string[] Indicator(IndicatorRow row, bool isToldByFigures) =>
    [
        row.Id, row.Name.En, row.Name.Fr, row.Unit.En, row.Unit.Fr, IndicatorsFile.Word(row.Kind), IndicatorsFile.Word(row.Direction),
        row.Additive ? "yes" : "no", isToldByFigures ? "" : Periods.Word(row.PeriodKind), row.DefinedBy,
    ];

    // The rows that report an indicator tell its kind of period, and without any it is a year.
    private static bool IsToldByFigures(Folder folder, IndicatorRow row) =>
        row.PeriodKind == V1.Indicator.Types.PeriodKind.Year
        || folder.Reports.Any(report => report.Indicator == row.Id) || folder.Published.Any(figure => figure.Indicator == row.Id);

    private static string[] Observation(ReportRows report, ObservationRow row) =>
    [
        report.Initiative, report.Indicator, report.Period, row.Cell, row.PartOf,
        row.Value?.ToString() ?? "", row.Denominator?.ToString() ?? "", report.Reporter,
    ];

    private static string[] Published(PublishedRow row) =>
    [
        row.Initiative, row.Indicator, row.Period, row.Cell, row.Value.ToString(), row.Denominator?.ToString() ?? "",
        OrEmpty(row.Tolerance), OrEmpty(row.DenominatorTolerance), row.Source,
    ];

    private static string OrEmpty(Figure tolerance) => tolerance == Figure.Zero ? "" : tolerance.ToString();

    private static string Word(V1.Level level) => level.ToString().ToLowerInvariant();
}
