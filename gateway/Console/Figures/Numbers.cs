using System.Globalization;
using System.Numerics;
using System.Text;

namespace CollectiveImpact.Console.Figures;

/// <summary>
/// Numbers as people of one culture write them. Exact figures are set digit by digit, never through a double.
/// </summary>
public sealed class Numbers(CultureInfo culture)
{
    // A typographic minus: as wide as a digit, and read out as what it is.
    private const char Minus = '\u2212';

    private readonly NumberFormatInfo _format = culture.NumberFormat;

    /// <summary>Every digit that the figure has, grouped.</summary>
    public string Exact(ExactDecimal figure)
    {
        var digits = BigInteger.Abs(figure.Unscaled).ToString(CultureInfo.InvariantCulture)
            .PadLeft(figure.Scale + 1, '0');
        var whole = digits[..^figure.Scale];
        var text = new StringBuilder(digits.Length * 2);
        if (figure.Sign < 0)
            text.Append(Minus);
        for (var i = 0; i < whole.Length; i++)
        {
            if (i > 0 && (whole.Length - i) % 3 == 0)
                text.Append(_format.NumberGroupSeparator);
            text.Append(whole[i]);
        }
        if (figure.Scale > 0)
            text.Append(_format.NumberDecimalSeparator).Append(digits, whole.Length, figure.Scale);
        return text.ToString();
    }

    /// <summary>With its sign, a plus included; zero has none.</summary>
    public string Signed(ExactDecimal figure) => figure.Sign > 0 ? "+" + Exact(figure) : Exact(figure);

    /// <summary>A share of one as a percentage with one digit after the point: <c>18.4 %</c>.</summary>
    public string Percent(ExactDecimal share) => Exact(share.Shift(2).Round(1)) + " %";

    public string Count(int number) => Exact(new ExactDecimal(number, 0));

    /// <summary>Short, for the axis of a chart: <c>1.5 M</c>.</summary>
    public string Compact(double number)
    {
        var (scaled, suffix) = Math.Abs(number) switch
        {
            >= 1e15 => (number, "e"),
            >= 1e12 => (number / 1e12, " T"),
            >= 1e9 => (number / 1e9, " G"),
            >= 1e6 => (number / 1e6, " M"),
            >= 1e4 => (number / 1e3, " k"),
            _ => (number, ""),
        };
        var text = suffix == "e" ? scaled.ToString("0.#e0", culture) : scaled.ToString("#,0.###", culture) + suffix;
        return text.Replace('-', Minus);
    }
}
