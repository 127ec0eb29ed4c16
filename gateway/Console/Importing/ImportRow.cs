namespace CollectiveImpact.Console.Importing;

/// <summary>One row of a file of figures.</summary>
/// <param name="Line">The line on which it begins, from 1.</param>
internal sealed record ImportRow(
    int Line, string Initiative, string Indicator, string Period, string Cell, string PartOf, string Value, string Denominator, string Reporter);
