using CollectiveImpact.Console.Figures;

namespace CollectiveImpact.Console.Charts;

/// <summary>One period as it is drawn. A null is a gap, and is never drawn as zero.</summary>
/// <param name="Mark">The period, short, for the axis.</param>
public sealed record ChartPoint(string Period, string Mark, ExactDecimal? RolledUp, ExactDecimal? Published)
{
    public double? Value => RolledUp?.Approximate;

    public double? PublishedValue => Published?.Approximate;
}
