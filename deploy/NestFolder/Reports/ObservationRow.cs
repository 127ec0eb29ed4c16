using CollectiveImpact.NestFolder.Words;

namespace CollectiveImpact.NestFolder.Reports;

/// <summary>One figure of a report: what stands in a row of <c>observations.csv</c>.</summary>
/// <param name="Row">The line on which it stands.</param>
/// <param name="Cell">Which disaggregation; empty for the total.</param>
/// <param name="PartOf">The parent to which this part belongs; empty where the initiative has one.</param>
/// <param name="Value">The figure: of a ratio the numerator, of a mean the sum. Null where it is not reported.</param>
/// <param name="Denominator">Of a ratio the denominator, of a mean the count; else null.</param>
public sealed record ObservationRow(int Row, string Cell, string PartOf, Figure? Value, Figure? Denominator);
