using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Figures;

/// <summary>One figure: a value and, of a ratio or a mean, what it is divided by.</summary>
public sealed record Amount(ExactDecimal Value, ExactDecimal? Denominator)
{
    // Enough for a chart and for one digit of a percentage; the exact figures stand beside it.
    private const int QuotientDigits = 12;

    /// <summary>Null where nothing is said.</summary>
    public static Amount? Of(string value, string denominator) =>
        ExactDecimal.Parse(value) is { } parsed ? new(parsed, ExactDecimal.Parse(denominator)) : null;

    /// <summary>What people compare: the quotient of a ratio or a mean, else the value itself.</summary>
    public ExactDecimal? Shown(Indicator.Types.Kind kind) => kind switch
    {
        Indicator.Types.Kind.Ratio or Indicator.Types.Kind.Mean =>
            Denominator is { } denominator ? ExactDecimal.Quotient(Value, denominator, QuotientDigits) : null,
        _ => Value,
    };
}
