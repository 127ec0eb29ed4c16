using System.Globalization;
using System.Numerics;

namespace CollectiveImpact.Console.Figures;

/// <summary>
/// A figure as the contract writes it: <paramref name="Unscaled"/> divided by ten to the power of
/// <paramref name="Scale"/>, exact whatever its length. Sums have more digits than a <see cref="decimal"/> holds.
/// </summary>
public readonly record struct ExactDecimal(BigInteger Unscaled, int Scale)
{
    // Figures have at most 27 digits and sums a few more: whatever is longer is none, and is not worked through.
    private const int LongestText = 64;

    public int Sign => Unscaled.Sign;

    public ExactDecimal Magnitude => new(BigInteger.Abs(Unscaled), Scale);

    /// <summary>Near enough to draw with, and for nothing else.</summary>
    public double Approximate => (double)Unscaled / Math.Pow(10, Scale);

    /// <summary>Null where the text is empty or no decimal number.</summary>
    public static ExactDecimal? Parse(string text)
    {
        if (text.Length is 0 or > LongestText)
            return null;
        var point = text.IndexOf('.');
        var digits = point < 0 ? text : text.Remove(point, 1);
        return BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var unscaled)
            ? new(unscaled, point < 0 ? 0 : text.Length - point - 1)
            : null;
    }

    /// <summary>Rounded to so many digits after the point, half to even, as the contract rounds.</summary>
    public ExactDecimal Round(int digits) =>
        digits < Scale
            ? new(Divide(Unscaled, BigInteger.Pow(10, Scale - digits)), digits)
            : new(Unscaled * BigInteger.Pow(10, digits - Scale), digits);

    /// <summary>Times ten to the power of <paramref name="places"/>.</summary>
    public ExactDecimal Shift(int places) =>
        places <= Scale
            ? this with { Scale = Scale - places }
            : new(Unscaled * BigInteger.Pow(10, places - Scale), 0);

    /// <summary>A quotient to so many digits after the point; null where the divisor is zero.</summary>
    public static ExactDecimal? Quotient(ExactDecimal dividend, ExactDecimal divisor, int digits)
    {
        if (divisor.Sign == 0)
            return null;
        var exponent = digits + divisor.Scale - dividend.Scale;
        var numerator = dividend.Unscaled * BigInteger.Pow(10, Math.Max(exponent, 0));
        var denominator = divisor.Unscaled * BigInteger.Pow(10, Math.Max(-exponent, 0));
        return new(Divide(numerator, denominator), digits);
    }

    public static ExactDecimal operator -(ExactDecimal left, ExactDecimal right)
    {
        var scale = Math.Max(left.Scale, right.Scale);
        return new(left.Round(scale).Unscaled - right.Round(scale).Unscaled, scale);
    }

    private static BigInteger Divide(BigInteger dividend, BigInteger divisor)
    {
        var quotient = BigInteger.DivRem(BigInteger.Abs(dividend), BigInteger.Abs(divisor), out var rest);
        var half = (rest * 2).CompareTo(BigInteger.Abs(divisor));
        if (half > 0 || (half == 0 && !quotient.IsEven))
            quotient++;
        return dividend.Sign * divisor.Sign < 0 ? -quotient : quotient;
    }
}
