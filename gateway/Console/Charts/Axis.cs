using CollectiveImpact.Console.Figures;

namespace CollectiveImpact.Console.Charts;

/// <summary>The labelled axis that a chart has where its figures are too many to be written beside them.</summary>
internal static class Axis
{
    private const int LongestMark = 6;

    public static double MarginFor(ChartSize size) => (LongestMark + 1) * size.Digit;

    public static IReadOnlyList<AxisTick> Of(ValueAxis axis, Measure measure) =>
        [.. axis.Ticks.Select(tick => new AxisTick(axis.Y(tick), measure.Mark(tick)))];
}
