namespace CollectiveImpact.NestFolder.Reports;

/// <summary>All that one reporter says of an initiative, of one indicator in one period.</summary>
/// <param name="Initiative">Who observed it.</param>
/// <param name="Indicator">What was observed.</param>
/// <param name="Period">When.</param>
/// <param name="Reporter">The partner organisation that says it; empty for the initiative's backbone.</param>
/// <param name="Observations">The rows, in the order of the file, those without a figure included.</param>
public sealed record ReportRows(string Initiative, string Indicator, string Period, string Reporter, IReadOnlyList<ObservationRow> Observations)
{
    /// <summary>The rows that hold a figure.</summary>
    public IEnumerable<ObservationRow> Reported => Observations.Where(observation => observation.Value is not null);
}
