using CollectiveImpact.NestFolder.Indicators;
using CollectiveImpact.NestFolder.Initiatives;
using CollectiveImpact.NestFolder.Reading;
using CollectiveImpact.NestFolder.Reports;
using CollectiveImpact.NestFolder.Words;
using static CollectiveImpact.V1.Indicator.Types;

namespace CollectiveImpact.NestFolder.Published;

internal static class PublishedFile
{
    public const string Name = "published.csv";
    private const int Initiative = 0, Indicator = 1, Period = 2, Value = 3, Cell = 4, Denominator = 5, Tolerance = 6, DenominatorTolerance = 7, Source = 8;
    private const int LongestSource = 500;

    private static readonly TableShape Shape = new(
        Name, Required: 4,
        "initiative", "indicator", "period", "value", "cell", "denominator", "tolerance", "denominator_tolerance", "source");

    public static IReadOnlyList<PublishedRow> Read(
        string directory, InitiativeDraft initiatives, IndicatorDraft indicators, PeriodKinds kinds, IReadOnlyList<ReportRows> reports, FaultList faults)
    {
        var seen = new Dictionary<(string, string, string, string), int>();
        var rows = new List<PublishedRow>();
        foreach (var row in Table.Read(directory, Shape, optional: true, faults))
        {
            var read = Read(row, initiatives, indicators, kinds);
            var key = (row[Initiative], row[Indicator], row[Period], row[Cell]);
            if (!seen.TryAdd(key, row.Number))
                row.Fault($"the same initiative, indicator, period and cell stand in row {seen[key]}; write each once");
            else if (read is not null)
                rows.Add(read);
        }
        if (!faults.IsIncomplete(ObservationsFile.Name))
            CheckValues(rows, indicators, reports, faults);
        return rows;
    }

    private static PublishedRow? Read(TableRow row, InitiativeDraft initiatives, IndicatorDraft indicators, PeriodKinds kinds)
    {
        var indicator = indicators.Find(row[Indicator]);
        var sound = row.Demand(
            initiatives.IsKnown(row[Initiative]), Initiative, $"{Quote.Of(row[Initiative])} is not in {InitiativesFile.Name}; add it there");
        sound &= row.Demand(
            indicators.IsKnown(row[Indicator]), Indicator, $"{Quote.Of(row[Indicator])} is not in {IndicatorsFile.Name}; add it there");
        sound &= kinds.Check(row, Period, Name, row[Indicator]);
        sound &= row.Demand(Cells.IsCell(row[Cell]), Cell, $"{Quote.Of(row[Cell])} is no cell; {Cells.Rule}");
        sound &= Figures.TryRead(row, Value, Denominator, indicator, empty: false, out var figures);
        sound &= TryReadTolerance(row, Tolerance, out var tolerance);
        sound &= TryReadTolerance(row, DenominatorTolerance, out var denominatorTolerance);
        sound &= row.Demand(
            row[DenominatorTolerance].Length == 0 || indicator is null or { HasDenominator: true }, DenominatorTolerance,
            $"{row[Indicator]} has no denominator; leave it empty");
        sound &= row.Demand(row[Source].Length <= LongestSource, Source, $"the source has {row[Source].Length} characters; write at most {LongestSource}");
        return sound && indicator is not null && figures.Value is { } value
            ? new(
                row.Number, row[Initiative], row[Indicator], row[Period], row[Cell], value, figures.Denominator, tolerance, denominatorTolerance,
                row[Source])
            : null;
    }

    private static bool TryReadTolerance(TableRow row, int column, out Figure tolerance)
    {
        tolerance = Figure.Zero;
        if (row[column].Length == 0)
            return true;
        if (!Figures.TryRead(row, column, out var read))
            return false;
        tolerance = read!.Value;
        return row.Demand(tolerance >= Figure.Zero, column, $"{Quote.Of(row[column])} is less than zero; a tolerance is zero or more");
    }

    // A value is shown by place and refuses to roll up: there is nothing to hold the published one against.
    private static void CheckValues(
        List<PublishedRow> rows, IndicatorDraft indicators, IReadOnlyList<ReportRows> reports, FaultList faults)
    {
        var reported = reports.Select(report => (report.Initiative, report.Indicator)).ToHashSet();
        foreach (var row in rows.Where(row => indicators.Find(row.Indicator) is { Kind: Kind.Value }))
        {
            if (!reported.Contains((row.Initiative, row.Indicator)))
            {
                faults.Add(
                    Name, row.Row, Shape.Columns[Indicator],
                    $"{row.Indicator} is a value (a median, an index), which is never rolled up, and {row.Initiative} does not report it itself; leave the row out");
            }
        }
    }
}
