using CollectiveImpact.NestFolder.Words;

namespace CollectiveImpact.NestFolder.Published;

/// <summary>A row of <c>published.csv</c>: what a statistics office says, to hold the roll-up against.</summary>
/// <param name="Row">The line on which it stands.</param>
/// <param name="Initiative">Whose figure it is.</param>
/// <param name="Indicator">Of which indicator.</param>
/// <param name="Period">For which period.</param>
/// <param name="Cell">Which disaggregation; empty for the total.</param>
/// <param name="Value">The figure: of a ratio the numerator, of a mean the sum.</param>
/// <param name="Denominator">Of a ratio the denominator, of a mean the count; else null.</param>
/// <param name="Tolerance">By how much the roll-up may differ, for rounding.</param>
/// <param name="DenominatorTolerance">The same of the denominator.</param>
/// <param name="Source">Who says so, and where it stands; may be empty.</param>
public sealed record PublishedRow(
    int Row,
    string Initiative,
    string Indicator,
    string Period,
    string Cell,
    Figure Value,
    Figure? Denominator,
    Figure Tolerance,
    Figure DenominatorTolerance,
    string Source);
