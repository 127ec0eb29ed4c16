using CollectiveImpact.Console.Languages;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Reporting;

/// <summary>What the page of reporting shows.</summary>
/// <param name="Indicators">To choose from, before one is chosen.</param>
/// <param name="Chosen">Null before.</param>
/// <param name="Reporter">The partner that reports; empty for the backbone.</param>
/// <param name="Rows">What is typed in, a row a figure.</param>
/// <param name="IsSaved">Whether it was reported right now.</param>
public sealed record ReportModel(
    Initiative Initiative, Names Names, IReadOnlyList<Indicator> Indicators, Indicator? Chosen, string Period, string Reporter,
    IReadOnlyList<ReportRow> Rows, bool IsSaved, IReadOnlyList<string> Faults);

/// <summary>One figure of a report, as it is typed.</summary>
/// <param name="PartOf">The parent to which this part belongs, where there are several.</param>
public sealed record ReportRow(string Cell, string PartOf, string Value, string Denominator);
