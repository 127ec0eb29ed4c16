using System.Globalization;
using System.Numerics;
using CollectiveImpact.Exchange.Calls;

namespace CollectiveImpact.Backbone.Measurement;

/// <summary>
/// An exact decimal: a whole number of billionths. A reported figure has at most 18 digits before the point, so more
/// than a hundred thousand million of the largest add up before the range of a sum (about 1.7e29) is left.
/// </summary>
internal readonly record struct Figure(Int128 Billionths) : IComparable<Figure>
{
    public const int Digits = 18, Decimals = 9;

    private static readonly Int128 One = 1_000_000_000;

    public static Figure Zero => default;

    public bool IsPositive => Billionths > 0;

    public static Figure operator +(Figure a, Figure b) => new(checked(a.Billionths + b.Billionths));

    public static Figure operator -(Figure a, Figure b) => new(checked(a.Billionths - b.Billionths));

    public static Figure operator -(Figure a) => new(checked(-a.Billionths));

    public int CompareTo(Figure other) => Billionths.CompareTo(other.Billionths);

    public Figure Abs() => new(Int128.Abs(Billionths));

    /// <summary>Reads a figure as a caller writes it.</summary>
    public static CallFault? Read(string field, string text, out Figure figure)
    {
        figure = default;
        if (text.Length == 0) return CallFault.Invalid(field, "is empty; give a number, or leave out what is not known");
        var digits = text.AsSpan();
        var negative = digits[0] == '-';
        if (negative) digits = digits[1..];
        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits : digits[..point];
        var rest = point < 0 ? default : digits[(point + 1)..];
        if (whole.IsEmpty || (point >= 0 && rest.IsEmpty) || whole.ContainsAnyExceptInRange('0', '9') || rest.ContainsAnyExceptInRange('0', '9'))
            return CallFault.Invalid(field, $"`{Check.Shown(text)}` is no decimal number; write digits with a `.` if there is a fraction, like `1234.5`");
        whole = whole.TrimStart('0');
        rest = rest.TrimEnd('0');
        if (whole.Length > Digits || rest.Length > Decimals)
            return CallFault.Invalid(field, $"`{Check.Shown(text)}` has too many digits; at most {Digits} before the point and {Decimals} after it are kept exactly");
        figure = Join(negative, whole, rest);
        return null;
    }

    /// <summary>Reads a figure that this node wrote; sums may have more digits than a report.</summary>
    public static Figure Stored(string text)
    {
        var digits = text.AsSpan();
        var negative = digits[0] == '-';
        if (negative) digits = digits[1..];
        var point = digits.IndexOf('.');
        return point < 0 ? Join(negative, digits, default) : Join(negative, digits[..point], digits[(point + 1)..]);
    }

    /// <summary>This over another, to 9 digits after the point, half to even. For people, not for adding.</summary>
    public string Over(Figure denominator)
    {
        var (numerator, divisor) = ((BigInteger)Billionths * (BigInteger)One, (BigInteger)denominator.Billionths);
        return new Figure(Int128.CreateSaturating(Divide(numerator, divisor))).ToString();
    }

    /// <summary>This by a weight among all: to the billionth, half to even.</summary>
    public Figure Share(BigInteger weight, BigInteger all) => new((Int128)Divide((BigInteger)Billionths * weight, all));

    /// <summary>In its shortest form: no sign of zero, no zeros at the end of a fraction.</summary>
    public override string ToString()
    {
        var absolute = Int128.Abs(Billionths);
        var (whole, rest) = Int128.DivRem(absolute, One);
        var sign = Billionths < 0 ? "-" : "";
        return rest == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{sign}{whole}")
            : $"{sign}{whole.ToString(CultureInfo.InvariantCulture)}.{((long)rest).ToString("D9", CultureInfo.InvariantCulture).TrimEnd('0')}";
    }

    private static BigInteger Divide(BigInteger dividend, BigInteger divisor)
    {
        var (quotient, remainder) = BigInteger.DivRem(BigInteger.Abs(dividend), BigInteger.Abs(divisor));
        var half = (remainder * 2).CompareTo(BigInteger.Abs(divisor));
        if (half > 0 || (half == 0 && !quotient.IsEven)) quotient++;
        return dividend.Sign * divisor.Sign * quotient;
    }

    private static Figure Join(bool negative, ReadOnlySpan<char> whole, ReadOnlySpan<char> rest)
    {
        Int128 value = 0;
        foreach (var digit in whole) value = value * 10 + (digit - '0');
        value *= One;
        long fraction = 0;
        for (var i = 0; i < Decimals; i++) fraction = fraction * 10 + (i < rest.Length ? rest[i] - '0' : 0);
        value += fraction;
        return new Figure(negative ? -value : value);
    }
}
