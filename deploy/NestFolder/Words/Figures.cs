using CollectiveImpact.NestFolder.Indicators;
using CollectiveImpact.NestFolder.Reading;

namespace CollectiveImpact.NestFolder.Words;

/// <summary>A figure with its denominator, in two columns, as the indicator's kind demands them.</summary>
internal static class Figures
{
    private const string Rule = "write digits with an optional point, like 1234.5, at most 18 before and 9 after it";

    public static bool TryRead(
        TableRow row, int value, int denominator, IndicatorRow? indicator, bool empty, out (Figure? Value, Figure? Denominator) figures)
    {
        figures = default;
        if (row[value].Length == 0 && empty)
        {
            return row.Demand(
                row[denominator].Length == 0, denominator, "there is a denominator and no value; give both, or neither where it is not reported");
        }
        var sound = TryRead(row, value, out figures.Value);
        if (indicator is null)
            return sound;
        if (!indicator.HasDenominator)
        {
            return sound & row.Demand(
                row[denominator].Length == 0, denominator, $"{indicator.Id} is a {Word(indicator)} and has no denominator; leave it empty");
        }
        if (row[denominator].Length == 0)
        {
            row.Fault(denominator, $"{indicator.Id} is a {Word(indicator)}; give its {(indicator.Kind == V1.Indicator.Types.Kind.Mean ? "count" : "denominator")}, greater than zero");
            return false;
        }
        return sound & TryRead(row, denominator, out figures.Denominator)
            && row.Demand(figures.Denominator > Figure.Zero, denominator, $"{Quote.Of(row[denominator])} is not greater than zero; leave value and denominator empty where there is nothing to divide by");
    }

    public static bool TryRead(TableRow row, int column, out Figure? figure)
    {
        var sound = row.Demand(Figure.TryParse(row[column], out var read), column, $"{Quote.Of(row[column])} is no decimal number; {Rule}");
        figure = sound ? read : null;
        return sound;
    }

    private static string Word(IndicatorRow indicator) => indicator.Kind.ToString().ToLowerInvariant();
}
