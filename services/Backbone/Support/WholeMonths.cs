namespace CollectiveImpact.Backbone.Support;

/// <summary>Fiscal years as whole months, so that what a month costs is no matter of how long it is.</summary>
internal static class WholeMonths
{
    public const int Most = 24;

    private const int Tenths = 10;

    /// <summary>How many months two days span, both included; null where these are not whole, or too many.</summary>
    public static int? Between(DateOnly from, DateOnly until)
    {
        // A month from the last day that there can be has no end.
        if (until == DateOnly.MaxValue) return null;
        var next = until.AddDays(1);
        var months = (next.Year - from.Year) * 12 + next.Month - from.Month;
        return months is >= 1 and <= Most && from.AddMonths(months) == next ? months : null;
    }

    /// <summary>How many months an amount covers: exact, and then rounded down to tenths.</summary>
    /// <param name="units">What there is.</param>
    /// <param name="planned">What all months cost together, more than zero.</param>
    /// <param name="months">How many these are.</param>
    public static string Covered(Int128 units, Int128 planned, int months)
    {
        var (tenths, rest) = Int128.DivRem(checked(units * months * Tenths), planned);
        if (rest < 0) tenths--;
        var absolute = Int128.Abs(tenths);
        return $"{(tenths < 0 ? "-" : "")}{absolute / Tenths}.{absolute % Tenths}";
    }
}
