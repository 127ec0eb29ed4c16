using CollectiveImpact.Console.Figures;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Tree;

/// <summary>When an alignment is in force.</summary>
internal static class Term
{
    public static bool Covers(this Alignment alignment, DateOnly day)
    {
        var text = day.Written();
        return IsIn(alignment.From, alignment.Until, text) || alignment.Earlier.Any(span => IsIn(span.From, span.Until, text));
    }

    // Days are written so that their order is that of their texts.
    private static bool IsIn(string from, string until, string day) =>
        (from.Length == 0 || string.CompareOrdinal(from, day) <= 0) && (until.Length == 0 || string.CompareOrdinal(day, until) <= 0);
}
