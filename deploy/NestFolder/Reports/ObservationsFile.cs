using CollectiveImpact.NestFolder.Indicators;
using CollectiveImpact.NestFolder.Initiatives;
using CollectiveImpact.NestFolder.Reading;

namespace CollectiveImpact.NestFolder.Reports;

internal static class ObservationsFile
{
    public const string Name = "observations.csv";
    private const int MostObservations = 1_000;

    private static readonly TableShape Shape = new(
        Name, Required: 4, "initiative", "indicator", "period", "value", "cell", "part_of", "denominator", "reporter");

    public static IReadOnlyList<ReportRows> Read(
        string directory, InitiativeDraft initiatives, IndicatorDraft indicators, PeriodKinds kinds, FaultList faults)
    {
        var checks = new ObservationChecks(initiatives, indicators, kinds);
        var reports = new Dictionary<(string, string, string, string), Gathered>();
        var inOrder = new List<Gathered>();
        foreach (var row in Table.Read(directory, Shape, optional: false, faults))
        {
            var key = (
                row[ObservationColumns.Initiative], row[ObservationColumns.Indicator], row[ObservationColumns.Period],
                ObservationChecks.Reporter(row));
            if (!reports.TryGetValue(key, out var report))
            {
                reports.Add(key, report = new(new(key.Item1, key.Item2, key.Item3, key.Item4, []), []));
                inOrder.Add(report);
            }
            report.Take(row, checks.Read(row));
        }
        foreach (var report in inOrder.Where(report => report.Sound))
        {
            if (indicators.Find(report.Rows.Indicator) is { Additive: true })
                AddingUp.Check(report.Rows, faults);
        }
        return [.. inOrder.Select(report => report.Rows with { Observations = report.Observations })];
    }

    // A report is checked as a whole only where each of its rows is sound: one fault is told once.
    private sealed class Gathered(ReportRows rows, List<ObservationRow> observations)
    {
        private readonly Dictionary<(string Cell, string PartOf), int> seen = [];

        public bool Sound { get; private set; } = true;

        public List<ObservationRow> Observations => observations;

        public ReportRows Rows { get; } = rows with { Observations = observations };

        public void Take(TableRow row, ObservationRow? observation)
        {
            Sound &= observation is not null;
            if (!seen.TryAdd((row[ObservationColumns.Cell], row[ObservationColumns.PartOf]), row.Number))
            {
                Sound = false;
                row.Fault($"the same initiative, indicator, period, cell and part stand in row {seen[(row[ObservationColumns.Cell], row[ObservationColumns.PartOf])]}; write each once");
            }
            else if (seen.Count == MostObservations + 1)
            {
                Sound = false;
                row.Fault($"the report of {rows.Initiative} for {rows.Period} has more than {MostObservations:N0} rows; leave out cells");
            }
            if (observation is not null)
                observations.Add(observation);
        }
    }
}
