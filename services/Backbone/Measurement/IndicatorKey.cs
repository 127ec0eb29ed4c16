using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Measurement;

/// <summary>Indicators in the tables and in document ids: `definer/indicator`.</summary>
internal static class IndicatorKey
{
    public static string Of(Indicator indicator) => $"{indicator.Initiative}/{indicator.Indicator_}";

    /// <summary>Whether its figures carry a denominator.</summary>
    public static bool HasDenominator(this Indicator indicator) => indicator.Kind is Indicator.Types.Kind.Ratio or Indicator.Types.Kind.Mean;

    /// <summary>Whether its figures add across initiatives.</summary>
    public static bool Adds(this Indicator indicator) => indicator.Kind != Indicator.Types.Kind.Value;

    /// <summary>Whether a report's cells add up to its total.</summary>
    public static bool CellsAdd(this Indicator indicator) => indicator.Adds() && !indicator.CellsOverlap;
}
