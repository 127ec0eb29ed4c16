using System.Globalization;

namespace CollectiveImpact.NestFolder.Words;

/// <summary>
/// An exact decimal number with up to nine digits after the point: one figure, or a sum of any number of them.
/// </summary>
/// <param name="Billionths">The number times 1,000,000,000.</param>
public readonly record struct Figure(Int128 Billionths) : IComparable<Figure>
{
    private const int DigitsBefore = 18;
    private const int DigitsAfter = 9;

    // A sum of 100,000 figures of 18 digits has 23; the type holds 29.
    private const int DigitsBeforeInSum = 28;

    private static readonly Int128 Unit = 1_000_000_000;

    /// <summary>Zero.</summary>
    public static Figure Zero => default;

    /// <summary>Reads a figure of a report: at most 18 digits before and 9 after the point, nothing but digits, one leading minus and one point.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Figure figure) => TryParse(text, DigitsBefore, out figure);

    /// <summary>Reads a sum, which may have more digits before the point.</summary>
    public static bool TryParseSum(ReadOnlySpan<char> text, out Figure figure) => TryParse(text, DigitsBeforeInSum, out figure);

    /// <summary>The sum of two figures, exactly.</summary>
    public static Figure operator +(Figure a, Figure b) => new(checked(a.Billionths + b.Billionths));

    /// <summary>The difference of two figures, exactly.</summary>
    public static Figure operator -(Figure a, Figure b) => new(checked(a.Billionths - b.Billionths));

    /// <summary>Whether one figure is less than another.</summary>
    public static bool operator <(Figure a, Figure b) => a.Billionths < b.Billionths;

    /// <summary>Whether one figure is greater than another.</summary>
    public static bool operator >(Figure a, Figure b) => a.Billionths > b.Billionths;

    /// <summary>Whether one figure is at most another.</summary>
    public static bool operator <=(Figure a, Figure b) => a.Billionths <= b.Billionths;

    /// <summary>Whether one figure is at least another.</summary>
    public static bool operator >=(Figure a, Figure b) => a.Billionths >= b.Billionths;

    /// <summary>Its size without its sign.</summary>
    public Figure Abs() => new(Int128.Abs(Billionths));

    /// <inheritdoc/>
    public int CompareTo(Figure other) => Billionths.CompareTo(other.Billionths);

    /// <summary>
    /// This times <paramref name="factor"/>, divided by <paramref name="denominator"/>, to <paramref name="digits"/>
    /// after the point, half to even. For people to read; not exact.
    /// </summary>
    public string Over(Figure denominator, int factor, int digits)
    {
        var scale = (Int128)Math.Pow(10, digits);
        var (quotient, rest) = Int128.DivRem(checked(Int128.Abs(Billionths) * factor * scale), Int128.Abs(denominator.Billionths));
        var twice = (rest * 2).CompareTo(Int128.Abs(denominator.Billionths));
        if (twice > 0 || (twice == 0 && Int128.IsOddInteger(quotient)))
            quotient++;
        var sign = quotient != 0 && Int128.IsNegative(Billionths) != Int128.IsNegative(denominator.Billionths) ? "-" : "";
        var (whole, fraction) = Int128.DivRem(quotient, scale);
        return digits == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{sign}{whole}")
            : string.Create(CultureInfo.InvariantCulture, $"{sign}{whole}.{fraction.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0')}");
    }

    /// <summary>Its shortest form: <c>12.5</c>, <c>-3</c>, <c>0</c>.</summary>
    public override string ToString()
    {
        var (whole, fraction) = Int128.DivRem(Int128.Abs(Billionths), Unit);
        var text = whole.ToString(CultureInfo.InvariantCulture);
        if (fraction != 0)
            text += "." + fraction.ToString(CultureInfo.InvariantCulture).PadLeft(DigitsAfter, '0').TrimEnd('0');
        return Int128.IsNegative(Billionths) ? "-" + text : text;
    }

    private static bool TryParse(ReadOnlySpan<char> text, int digitsBefore, out Figure figure)
    {
        figure = default;
        var negative = text is ['-', ..];
        var digits = negative ? text[1..] : text;
        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits : digits[..point];
        var fraction = point < 0 ? [] : digits[(point + 1)..];
        if (whole.Length == 0 || whole.Length > digitsBefore || fraction.Length > DigitsAfter || (point >= 0 && fraction.Length == 0))
            return false;

        Int128 billionths = 0;
        foreach (var digit in whole)
        {
            if (!char.IsAsciiDigit(digit))
                return false;
            billionths = (billionths * 10) + (digit - '0');
        }
        for (var i = 0; i < DigitsAfter; i++)
        {
            var digit = i < fraction.Length ? fraction[i] : '0';
            if (!char.IsAsciiDigit(digit))
                return false;
            billionths = (billionths * 10) + (digit - '0');
        }
        figure = new(negative ? -billionths : billionths);
        return true;
    }
}
