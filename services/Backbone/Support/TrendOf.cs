using CollectiveImpact.Backbone.Calls;
using CollectiveImpact.V1;
using static CollectiveImpact.V1.AssessmentTrend.Types;
using Change = CollectiveImpact.V1.AssessmentTrend.Types.Change;

namespace CollectiveImpact.Backbone.Support;

/// <summary>
/// How assessments go over time. Of two, a function is compared by the indicators that both answered alone: otherwise an
/// answer more or less would pass for a change.
/// </summary>
/// <param name="shown">Those that are shown, by day.</param>
/// <param name="from">The one that is compared with; null where there is none.</param>
/// <param name="to">The one that is compared.</param>
internal sealed class TrendOf(IReadOnlyList<BackboneAssessment> shown, BackboneAssessment? from, BackboneAssessment? to)
{
    private readonly Dictionary<string, Extent> _from = Answers(from), _to = Answers(to);

    public AssessmentTrend Read()
    {
        var trend = new AssessmentTrend
        {
            From = from?.Assessment ?? "",
            To = to?.Assessment ?? "",
            Assessments = { shown.Select(each => new Taken { Assessment = each.Assessment, Day = each.Day }) },
        };
        var answers = shown.Select(each => (each.Assessment, Answers: Answers(each))).ToList();
        foreach (var indicator in EffectivenessIndicators.All)
        {
            var points = answers.Where(each => each.Answers.ContainsKey(indicator.Indicator))
                .Select(each => new Point { Assessment = each.Assessment, Extent = each.Answers[indicator.Indicator] }).ToList();
            if (points.Count == 0 && !_from.ContainsKey(indicator.Indicator) && !_to.ContainsKey(indicator.Indicator)) continue;
            trend.Indicators.Add(new IndicatorTrend { Indicator = indicator.Indicator, Function = indicator.Function, Points = { points }, Change = ChangeOf(indicator.Indicator) });
        }

        trend.Functions.Add(Functions.All.Where(function => trend.Indicators.Any(each => each.Function == function)).Select(function => Of(function, trend.Indicators)));
        return trend;
    }

    private FunctionTrend Of(Function function, IEnumerable<IndicatorTrend> indicators)
    {
        var compared = indicators.Where(each => each.Function == function && each.Change != Change.NotCompared).ToList();
        var (before, after) = (compared.Sum(each => Means.Worth(_from[each.Indicator])), compared.Sum(each => Means.Worth(_to[each.Indicator])));
        return new FunctionTrend
        {
            Function = function,
            Points = { shown.SelectMany(each => Means.ByFunction(each.Answers).Where(mean => mean.Function == function).Select(mean => new MeanPoint { Assessment = each.Assessment, Mean = mean })) },
            Compared = compared.Count,
            FromWorth = before,
            ToWorth = after,
            FromMean = Means.Mean(before, compared.Count),
            ToMean = Means.Mean(after, compared.Count),
            Change = compared.Count == 0 ? Change.NotCompared : ChangeOf(before, after),
            Rose = { compared.Where(each => each.Change == Change.Rose).Select(each => each.Indicator) },
            Fell = { compared.Where(each => each.Change == Change.Fell).Select(each => each.Indicator) },
        };
    }

    private Change ChangeOf(string indicator) => _from.TryGetValue(indicator, out var before) && _to.TryGetValue(indicator, out var after)
        ? ChangeOf(Means.Worth(before), Means.Worth(after))
        : Change.NotCompared;

    private static Change ChangeOf(int before, int after) => after > before ? Change.Rose : after < before ? Change.Fell : Change.Same;

    private static Dictionary<string, Extent> Answers(BackboneAssessment? assessment) =>
        assessment?.Answers.ToDictionary(answer => answer.Indicator, answer => answer.Extent) ?? [];
}
