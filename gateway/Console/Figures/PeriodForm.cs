using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Figures;

/// <summary>How the periods of an indicator are written.</summary>
internal static class PeriodForm
{
    /// <summary>Their shape, and one like them; null where the indicator has not said.</summary>
    public static (PeriodShape Shape, string Like)? Of(Indicator.Types.PeriodKind kind) => kind switch
    {
        Indicator.Types.PeriodKind.Year => (PeriodShape.Year, "2026"),
        Indicator.Types.PeriodKind.Quarter => (PeriodShape.Quarter, "2026-Q3"),
        Indicator.Types.PeriodKind.Month => (PeriodShape.Month, "2026-07"),
        Indicator.Types.PeriodKind.Week => (PeriodShape.Week, "2026-W05"),
        Indicator.Types.PeriodKind.Range => (PeriodShape.Range, "2025-09-01/2026-06-30"),
        _ => null,
    };
}
