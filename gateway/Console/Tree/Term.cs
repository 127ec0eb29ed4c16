using System.Globalization;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Tree;

/// <summary>When an alignment is in force.</summary>
internal static class Term
{
    // Days are written so that their order is that of their texts.
    public static bool Covers(this Alignment alignment, DateOnly day)
    {
        var text = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return (alignment.From.Length == 0 || string.CompareOrdinal(alignment.From, text) <= 0)
            && (alignment.Until.Length == 0 || string.CompareOrdinal(text, alignment.Until) <= 0);
    }
}
