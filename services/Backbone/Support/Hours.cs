using CollectiveImpact.Backbone.Measurement;
using CollectiveImpact.Exchange.Calls;

namespace CollectiveImpact.Backbone.Support;

/// <summary>Hours of support as whole hundredths: exact, and added by the database without rounding.</summary>
internal static class Hours
{
    public const int MostPlanned = 100_000, MostGiven = 1_000;

    // Figures are whole billionths.
    private const long Hundredth = 10_000_000;

    public static CallFault? Read(string field, string text, int most, out long hundredths)
    {
        hundredths = 0;
        if (Figure.Read(field, text, out var figure) is { } fault) return fault;
        if (!figure.IsPositive || figure.CompareTo(Of(most * 100L)) > 0) return CallFault.Invalid(field, $"is {Check.Shown(text)}; give more than 0 and at most {most} hours");
        if (figure.Billionths % Hundredth != 0) return CallFault.Invalid(field, $"`{Check.Shown(text)}` has too many digits; at most 2 after the point are kept");
        hundredths = (long)(figure.Billionths / Hundredth);
        return null;
    }

    /// <summary>In its shortest form: `12.5`.</summary>
    public static string Write(long hundredths) => Of(hundredths).ToString();

    private static Figure Of(long hundredths) => new((Int128)hundredths * Hundredth);
}
