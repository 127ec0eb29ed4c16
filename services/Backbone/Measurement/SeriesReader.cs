using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Measurement;

/// <summary>Series as the contract shows them: totals, with what is published beside them.</summary>
internal static class SeriesReader
{
    /// <summary>Whether this node can answer for an initiative's figures of an indicator.</summary>
    public static CallFault? Fault(NodeStanding standing, string initiative, Indicator indicator, LogReader reader)
    {
        if (Attribution.Fault(standing, initiative) is { } elsewhere) return elsewhere;
        if (indicator.Adds() || standing.Nest.Children(initiative).IsEmpty || Totals(reader, initiative, indicator, null).Any()) return null;
        return CallFault.Precondition(
            "indicator",
            $"{indicator.Indicator_} is a value{InUnit(indicator.Unit)}: such figures do not add, and are not rolled up. Ask for one place, or for all of them with Reconcile");
    }

    public static IEnumerable<Total> Totals(LogReader reader, string initiative, Indicator indicator, string? cell)
    {
        using var rows = cell is null
            ? reader.Query("SELECT cell, period, value, denominator, contributions FROM totals WHERE initiative = $1 AND indicator = $2", initiative, IndicatorKey.Of(indicator))
            : reader.Query("SELECT cell, period, value, denominator, contributions FROM totals WHERE initiative = $1 AND indicator = $2 AND cell = $3", initiative, IndicatorKey.Of(indicator), cell);
        while (rows.Read())
            yield return new Total(
                new TotalKey(initiative, IndicatorKey.Of(indicator), rows.GetString(0), rows.GetString(1)),
                Figure.Stored(rows.GetString(2)), Figure.Stored(rows.GetString(3)), rows.GetInt32(4));
    }

    public static Total? Total(LogReader reader, TotalKey key)
    {
        using var rows = reader.Query(
            "SELECT value, denominator, contributions FROM totals WHERE initiative = $1 AND indicator = $2 AND period = $3 AND cell = $4",
            key.Initiative, key.Indicator, key.Period, key.Cell);
        return rows.Read() ? new Total(key, Figure.Stored(rows.GetString(0)), Figure.Stored(rows.GetString(1)), rows.GetInt32(2)) : null;
    }

    /// <summary>What is published of an initiative's indicator, by cell and period.</summary>
    public static Dictionary<(string Cell, string Period), PublishedFigure> Published(LogReader reader, string initiative, Indicator indicator) =>
        reader.DocumentsBeginning(initiative, PublishedKind.Kind, IndicatorKey.Of(indicator) + "/")
            .Where(document => !document.Content.Deleted)
            .Select(document => PublishedFigure.Parser.ParseFrom(document.Content.Payload))
            .ToDictionary(figure => (figure.Cell, figure.Period));

    public static PublishedFigure? Published(LogReader reader, TotalKey key) =>
        reader.Find(PublishedKind.Key(key)) is { Content.Deleted: false } document ? PublishedFigure.Parser.ParseFrom(document.Content.Payload) : null;

    public static SeriesPoint Point(Indicator indicator, TotalKey key, Total? total, PublishedFigure? published)
    {
        var point = new SeriesPoint { Period = key.Period, Cell = key.Cell, Published = published };
        if (total is not { Contributions: > 0 }) return point;
        point.Value = total.Value.ToString();
        point.Contributions = total.Contributions;
        if (indicator.HasDenominator())
        {
            point.Denominator = total.Denominator.ToString();
            if (total.Denominator.IsPositive) point.Rate = total.Value.Over(total.Denominator);
        }

        if (published is null) return point;
        var difference = total.Value - Figure.Stored(published.Value);
        point.Difference = difference.ToString();
        point.Matches = Within(difference, published.Tolerance);
        if (!indicator.HasDenominator()) return point;
        var denominatorDifference = total.Denominator - Figure.Stored(published.Denominator);
        point.DenominatorDifference = denominatorDifference.ToString();
        point.Matches &= Within(denominatorDifference, published.DenominatorTolerance);
        return point;
    }

    public static Series Read(LogReader reader, string initiative, Indicator indicator, string cell, Period? from, Period? until)
    {
        var totals = Totals(reader, initiative, indicator, cell).ToDictionary(total => total.Key.Period);
        var published = Published(reader, initiative, indicator);
        var periods = totals.Keys.Union(published.Keys.Where(key => key.Cell == cell).Select(key => key.Period))
            .Select(text => Period.Parse(text)!)
            .Where(period => (from is null || period.First >= from.First) && (until is null || period.First <= until.Last))
            .OrderBy(period => period.First).ThenBy(period => period.Last);
        return new Series
        {
            Initiative = initiative,
            Indicator = indicator,
            Cell = cell,
            Points =
            {
                periods.Select(period => Point(
                    indicator, new TotalKey(initiative, IndicatorKey.Of(indicator), cell, period.Text),
                    totals.GetValueOrDefault(period.Text), published.GetValueOrDefault((cell, period.Text)))),
            },
            Cells = { Totals(reader, initiative, indicator, null).Select(total => total.Key.Cell).Distinct().Order(StringComparer.Ordinal) },
        };
    }

    private static string InUnit(Text? unit) => unit switch
    {
        null or { En.Length: 0, Fr.Length: 0 } => "",
        { En.Length: 0 } => $" ({unit.Fr})",
        _ => $" ({unit.En})",
    };

    private static bool Within(Figure difference, string tolerance) =>
        difference.Abs().CompareTo(tolerance.Length == 0 ? Figure.Zero : Figure.Stored(tolerance)) <= 0;
}
