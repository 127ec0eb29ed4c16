using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Measurement.Learning;

/// <summary>Takes the change of a figure from one period to another apart, by child.</summary>
internal sealed class FigureChanges(LogReader reader, NodeStanding standing, string initiative, Indicator indicator, string cell)
{
    public FigureChange Read(Period from, Period to)
    {
        SeriesReader.Fault(standing, initiative, indicator, reader)?.Throw();
        if (!indicator.Adds())
            CallFault.Precondition("indicator", $"{indicator.Indicator_} is a value: such figures do not add, so no part of a change is anybody's").Throw();
        var (before, after) = (Total("from", from), Total("to", to));
        var (was, now) = (ByChild(from, before), ByChild(to, after));
        List<(string Child, TwoFigures Figures)> parts =
            [.. was.Keys.Union(now.Keys).Select(child => (child, new TwoFigures(Of(was, child), Of(now, child)))).OrderBy(part => part.child, StringComparer.Ordinal)];
        var whole = new TwoFigures((before.Value, before.Denominator), (after.Value, after.Denominator));
        var hasRate = indicator.HasDenominator() && before.Denominator.IsPositive && after.Denominator.IsPositive;
        var (rate, rates) = hasRate ? FigureParts.Rates([.. parts.Select(part => part.Figures)], whole) : (Figure.Zero, []);
        return new FigureChange
        {
            Initiative = initiative,
            Indicator = indicator,
            Cell = cell,
            From = SeriesReader.Point(indicator, before.Key, before, null),
            To = SeriesReader.Point(indicator, after.Key, after, null),
            Total = Part("", whole, hasRate ? rate : null),
            Parts =
            {
                parts.Select((part, i) => (Part: Part(part.Child, part.Figures, hasRate ? rates[i] : null), Size: hasRate ? rates[i].Abs() : part.Figures.Value.Abs()))
                    .OrderByDescending(each => each.Size).ThenBy(each => each.Part.Child, StringComparer.Ordinal).Select(each => each.Part),
            },
        };
    }

    private Total Total(string field, Period period)
    {
        if (SeriesReader.Totals(reader, initiative, indicator, cell).FirstOrDefault(total => total.Key.Period == period.Text) is { Contributions: > 0 } total) return total;
        CallFault.Precondition(field, $"nothing is reported of {indicator.Indicator_} for {initiative} in {period.Text}; name a period that has a figure").Throw();
        return null;
    }

    /// <summary>
    /// What counts through each child. What is kept of the children is enough where it adds up; where somebody is aligned
    /// with two levels at once and would be counted twice, it is added up anew, report by report.
    /// </summary>
    private Dictionary<string, (Figure Value, Figure Denominator)> ByChild(Period period, Total total)
    {
        Dictionary<string, (Figure Value, Figure Denominator)> kept = [];
        var contributions = 0;
        foreach (var child in standing.Nest.Children(initiative).Where(child => standing.Nest.Parents(child, period).Contains(initiative)))
        {
            if (SeriesReader.Total(reader, new TotalKey(child, IndicatorKey.Of(indicator), cell, period.Text)) is not { Contributions: > 0 } part) continue;
            kept.Add(child, (part.Value, part.Denominator));
            contributions += part.Contributions;
        }

        var isWhole = contributions == total.Contributions
            && kept.Values.Aggregate(Figure.Zero, (sum, part) => sum + part.Value) == total.Value
            && kept.Values.Aggregate(Figure.Zero, (sum, part) => sum + part.Denominator) == total.Denominator;
        return isWhole ? kept : new Reconciler(standing, reader, total.Key, indicator, period).ByChild();
    }

    private FigureChange.Types.Part Part(string child, TwoFigures figures, Figure? rate) => new()
    {
        Child = child,
        Value = figures.Value.ToString(),
        Denominator = indicator.HasDenominator() ? figures.Denominator.ToString() : "",
        Rate = rate?.ToString() ?? "",
        Coverage = figures.From is null ? FigureChange.Types.Coverage.New : figures.To is null ? FigureChange.Types.Coverage.Gone : FigureChange.Types.Coverage.Both,
    };

    private static (Figure, Figure)? Of(Dictionary<string, (Figure, Figure)> figures, string child) => figures.TryGetValue(child, out var found) ? found : null;
}
