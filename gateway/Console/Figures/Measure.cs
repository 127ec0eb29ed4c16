using CollectiveImpact.Console.Languages;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Figures;

/// <summary>How the figures of one indicator are written for people.</summary>
public sealed class Measure(Indicator indicator, Edition edition)
{
    private const int MeanDigits = 2;

    public Indicator.Types.Kind Kind => indicator.Kind;

    /// <summary>Whether a figure is a quotient, whose two parts are shown beside it.</summary>
    public bool IsQuotient => Kind is Indicator.Types.Kind.Ratio or Indicator.Types.Kind.Mean;

    public ExactDecimal? Shown(Amount? amount) => amount?.Shown(Kind);

    /// <summary>A rate as a percentage, a mean to two digits, everything else with all of its digits.</summary>
    public string Say(Amount? amount) => Shown(amount) is { } shown ? Say(shown) : edition.Words.NoFigure;

    public string Say(ExactDecimal shown) => Kind switch
    {
        Indicator.Types.Kind.Ratio => edition.Numbers.Percent(shown),
        Indicator.Types.Kind.Mean => edition.Numbers.Exact(shown.Round(MeanDigits)),
        _ => edition.Numbers.Exact(shown),
    };

    /// <summary>Short, for the axis of a chart.</summary>
    public string Mark(double shown) => Kind == Indicator.Types.Kind.Ratio
        ? edition.Numbers.Compact(Math.Round(shown * 100, 6)) + " %"
        : edition.Numbers.Compact(shown);

    /// <summary>How the latest figure has moved since an earlier one, in words; null where that cannot be said.</summary>
    public string? Change(FigureRow? from, FigureRow? to)
    {
        if (from is null || to is null || Shown(from.RolledUp) is not { } before || Shown(to.RolledUp) is not { } after)
            return null;
        var change = after - before;
        if (Kind == Indicator.Types.Kind.Ratio)
        {
            var points = change.Magnitude.Shift(2).Round(1);
            return edition.Words.PointsSince(
                change.Sign, edition.Numbers.Exact(points), points.Unscaled >= 20, edition.Dates.Period(from.Period));
        }
        return ExactDecimal.Quotient(change.Magnitude, before.Magnitude, 6) is { } share
            ? edition.Words.ShareSince(change.Sign, edition.Numbers.Percent(share), edition.Dates.Period(from.Period))
            : null;
    }
}
