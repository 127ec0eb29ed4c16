using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Importing;

/// <summary>A report that a file makes, and the lines on which its observations stand.</summary>
public sealed record ImportedReport(ReportRequest Request, IReadOnlyList<int> Lines)
{
    /// <summary>Where a field of the report stands in the file.</summary>
    /// <param name="field"><c>report.observations[2].value</c>.</param>
    internal (int Line, string Column) PlaceOf(string field)
    {
        const string observations = "observations[";
        var column = field[(field.LastIndexOf('.') + 1)..];
        var at = field.IndexOf(observations, StringComparison.Ordinal);
        if (at < 0)
            return (Lines.Count > 0 ? Lines[0] : 0, column is "report" or "observations" ? "" : column);
        var number = field[(at + observations.Length)..field.IndexOf(']', at)];
        return (int.TryParse(number, out var place) && place < Lines.Count ? Lines[place] : 0, column);
    }
}
