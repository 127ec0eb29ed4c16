using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Measurement.Restating;

/// <summary>Restated series as the contract shows them: each figure beside the one that was rolled up.</summary>
internal sealed class RestatedReader(LogReader reader, NodeStanding standing, string initiative, Indicator indicator, string cell, DateOnly day)
{
    private const int MostRules = 100;

    private readonly Restater _restater = new(standing, reader, initiative, indicator, cell, day);

    public static CallFault? Fault(NodeStanding standing, string initiative, Indicator indicator) => Attribution.Fault(standing, initiative)
        ?? (indicator.Adds()
            ? null
            : CallFault.Precondition("indicator", $"{indicator.Indicator_} is a value: such figures are neither added nor divided, and can't be restated"));

    public RestatedSeries Series()
    {
        var changes = _restater.Changes().ToLookup(change => change.Period.Text);
        var asWas = SeriesReader.Read(reader, initiative, indicator, cell, null, null).Points.ToDictionary(point => point.Period);
        var rules = changes.SelectMany(group => group).SelectMany(change => change.Rules).Distinct().OrderBy(DayOf, StringComparer.Ordinal).ToList();
        return new RestatedSeries
        {
            Initiative = initiative,
            Indicator = indicator,
            Cell = cell,
            Day = day.Written(),
            Points =
            {
                asWas.Keys.Union(changes.Select(group => group.Key)).Select(text => Period.Parse(text)!)
                    .OrderBy(period => period.First).ThenBy(period => period.Last)
                    .Select(period => Point(asWas.GetValueOrDefault(period.Text) ?? Empty(period), [.. changes[period.Text]])),
            },
            Rules = { rules.Take(MostRules) },
            RulesInAll = rules.Count,
        };
    }

    /// <summary>One figure explained.</summary>
    /// <param name="period">Of which period.</param>
    /// <param name="size">How many changes at most.</param>
    /// <param name="after">Only those of initiatives that come after.</param>
    public Restatement Explain(Period period, int size, string after)
    {
        var key = new TotalKey(initiative, IndicatorKey.Of(indicator), cell, period.Text);
        var asWas = SeriesReader.Point(indicator, key, SeriesReader.Total(reader, key), SeriesReader.Published(reader, key));
        List<Change> changes = [.. _restater.Changes(period)];
        var page = changes.Where(change => string.CompareOrdinal(change.Initiative, after) > 0).Take(size + 1).ToList();
        return new Restatement
        {
            Figure = Point(asWas, changes),
            Changes = { page.Take(size).Select(Show) },
            Sum = changes.Aggregate(Figure.Zero, (sum, change) => sum + change.Value).ToString(),
            DenominatorSum = indicator.HasDenominator() ? changes.Aggregate(Figure.Zero, (sum, change) => sum + change.Denominator).ToString() : "",
            NextPageToken = page.Count > size ? page[size - 1].Initiative : "",
        };
    }

    private SeriesPoint Empty(Period period) => new() { Period = period.Text, Cell = cell };

    private RestatedPoint Point(SeriesPoint asWas, IReadOnlyList<Change> changes)
    {
        var point = new RestatedPoint { AsWas = asWas, Restated = changes.Count > 0, Changes = changes.Count, Value = asWas.Value, Denominator = asWas.Denominator, Rate = asWas.Rate };
        if (changes.Count == 0) return point;
        // Where all that was in it is now elsewhere, and nothing came, there is no figure: not a zero.
        if (asWas.Contributions == changes.Sum(change => change.Contributions) && changes.All(change => change.Becomes is null))
        {
            (point.Value, point.Denominator, point.Rate) = ("", "", "");
            return point;
        }

        point.Value = (Of(asWas.Value) + changes.Aggregate(Figure.Zero, (sum, change) => sum + change.Value)).ToString();
        if (!indicator.HasDenominator()) return point;
        var denominator = Of(asWas.Denominator) + changes.Aggregate(Figure.Zero, (sum, change) => sum + change.Denominator);
        (point.Denominator, point.Rate) = (denominator.ToString(), denominator.IsPositive ? Figure.Stored(point.Value).Over(denominator) : "");
        return point;
    }

    private RestatementChange Show(Change change) => new()
    {
        Initiative = change.Initiative,
        Was = change.Was?.Value.ToString() ?? "",
        DenominatorWas = indicator.HasDenominator() ? change.Was?.Denominator.ToString() ?? "" : "",
        Becomes = change.Becomes?.Value.ToString() ?? "",
        DenominatorBecomes = indicator.HasDenominator() ? change.Becomes?.Denominator.ToString() ?? "" : "",
        Rules = { change.Rules },
    };

    private static Figure Of(string figure) => figure.Length == 0 ? Figure.Zero : Figure.Stored(figure);

    private static string DayOf(RestatementRule rule) => rule.RuleCase == RestatementRule.RuleOneofCase.Succession
        ? rule.Succession.Day
        : rule.Alignment.Until.Length > 0 ? rule.Alignment.Until : rule.Alignment.From;
}
