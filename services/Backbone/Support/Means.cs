using CollectiveImpact.Backbone.Calls;
using CollectiveImpact.Backbone.Measurement;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Support;

/// <summary>What answers are worth: whole points, so that means are exact fractions.</summary>
internal static class Means
{
    // Figures are whole billionths.
    private const long One = 1_000_000_000;

    /// <summary>0 to 4.</summary>
    public static int Worth(Extent extent) => (int)extent - 1;

    /// <summary>To 9 digits after the point; empty of none.</summary>
    public static string Mean(int worth, int answered) => answered == 0 ? "" : new Figure((Int128)worth * One).Over(new Figure((Int128)answered * One));

    /// <summary>By function, of what was answered. Indicators that this release does not know belong to none.</summary>
    public static IEnumerable<BackboneAssessment.Types.FunctionMean> ByFunction(IEnumerable<BackboneAssessment.Types.Answer> answers)
    {
        var byFunction = answers.Where(answer => EffectivenessIndicators.Find(answer.Indicator) is not null)
            .ToLookup(answer => EffectivenessIndicators.Find(answer.Indicator)!.Function, answer => Worth(answer.Extent));
        return Functions.All.Where(byFunction.Contains).Select(function => Of(function, [.. byFunction[function]]));
    }

    private static BackboneAssessment.Types.FunctionMean Of(Function function, IReadOnlyList<int> worths) => new()
    {
        Function = function,
        Answered = worths.Count,
        Indicators = EffectivenessIndicators.Count(function),
        Worth = worths.Sum(),
        Mean = Mean(worths.Sum(), worths.Count),
    };
}
