using System.Globalization;
using System.Numerics;

namespace CollectiveImpact.Console.Figures;

/// <summary>A figure as the contract writes it: all of its digits, a point before the decimals, no idle zeros behind it.</summary>
internal static class PlainNumber
{
    public static string Of(ExactDecimal figure)
    {
        var digits = BigInteger.Abs(figure.Unscaled).ToString(CultureInfo.InvariantCulture).PadLeft(figure.Scale + 1, '0');
        var (whole, decimals) = (digits[..^figure.Scale], digits[^figure.Scale..].TrimEnd('0'));
        return (figure.Sign < 0 ? "-" : "") + whole + (decimals.Length > 0 ? "." + decimals : "");
    }
}
