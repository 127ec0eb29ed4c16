using System.Globalization;
using CollectiveImpact.Console.Figures;
using FsCheck;
using FsCheck.Fluent;

namespace CollectiveImpact.Console.Tests.Figures;

public sealed class ExactDecimalTests
{
    private static readonly Gen<decimal> Decimals =
        Gen.Choose(int.MinValue, int.MaxValue).Three()
            .SelectMany(parts => Gen.Choose(0, 9), (parts, scale) =>
                new decimal(parts.Item1, parts.Item2, parts.Item3 & 0x0FFF_FFFF, parts.Item1 < 0, (byte)scale));

    [Fact]
    public void What_is_written_has_the_digits_of_what_was_read() =>
        Prop.ForAll(Decimals.ToArbitrary(), number =>
        {
            var text = number.ToString(CultureInfo.InvariantCulture);
            var written = new Numbers(CultureInfo.GetCultureInfo("en-CA")).Exact(ExactDecimal.Parse(text)!.Value);
            return written.Replace(",", "").Replace('\u2212', '-') == text;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rounding_is_that_of_exact_decimals_half_to_even() =>
        Prop.ForAll(Decimals.ToArbitrary(), Gen.Choose(0, 9).ToArbitrary(), (number, digits) =>
        {
            var rounded = Read(number).Round(digits);
            var expected = Read(decimal.Round(number, digits, MidpointRounding.ToEven));
            return rounded.Scale == digits && (rounded - expected).Sign == 0;
        }).QuickCheckThrowOnFailure();

    private static ExactDecimal Read(decimal number) =>
        ExactDecimal.Parse(number.ToString(CultureInfo.InvariantCulture))!.Value;

    [Theory]
    [InlineData("1", "3", 3, "0.333")]
    [InlineData("2", "3", 3, "0.667")]
    [InlineData("-1", "8", 2, "\u22120.12")]
    [InlineData("3", "-8", 2, "\u22120.38")]
    [InlineData("0.001", "1000", 6, "0.000001")]
    [InlineData("13353188", "72452936", 4, "0.1843")]
    public void A_quotient_is_rounded_half_to_even(string dividend, string divisor, int digits, string expected)
    {
        var quotient = ExactDecimal.Quotient(ExactDecimal.Parse(dividend)!.Value, ExactDecimal.Parse(divisor)!.Value, digits);

        Assert.Equal(expected, new Numbers(CultureInfo.GetCultureInfo("en-CA")).Exact(quotient!.Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("1.2.3")]
    [InlineData("1e5")]
    [InlineData("1,000")]
    [InlineData("NaN")]
    [InlineData("99999999999999999999999999999999999999999999999999999999999999999999")]
    public void What_is_no_figure_is_none(string text) => Assert.Null(ExactDecimal.Parse(text));

    [Fact]
    public void Nothing_is_divided_by_zero() =>
        Assert.Null(ExactDecimal.Quotient(ExactDecimal.Parse("1")!.Value, ExactDecimal.Parse("0.00")!.Value, 3));
}
