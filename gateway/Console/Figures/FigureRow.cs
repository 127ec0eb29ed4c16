using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Figures;

/// <summary>One period of a series: what was rolled up, what is published, and how they compare.</summary>
public sealed record FigureRow(
    string Period,
    string Cell,
    Amount? RolledUp,
    Amount? Published,
    Amount? Difference,
    Amount? Tolerance,
    string Source,
    bool? Matches,
    int Contributions)
{
    public static FigureRow Of(SeriesPoint point) => new(
        point.Period,
        point.Cell,
        Amount.Of(point.Value, point.Denominator),
        point.Published is { } published ? Amount.Of(published.Value, published.Denominator) : null,
        Amount.Of(point.Difference, point.DenominatorDifference),
        point.Published is { } held ? Amount.Of(held.Tolerance, held.DenominatorTolerance) : null,
        point.Published?.Source ?? "",
        point.Published is not null && point.Value.Length > 0 ? point.Matches : null,
        point.Contributions);
}
