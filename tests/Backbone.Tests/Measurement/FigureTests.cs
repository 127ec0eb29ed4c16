using System.Globalization;
using System.Numerics;
using CollectiveImpact.Backbone.Measurement;
using FsCheck;
using FsCheck.Fluent;

namespace CollectiveImpact.Backbone.Tests.Measurement;

public sealed class FigureTests
{
    private static readonly Arbitrary<(string Text, BigInteger Billionths)> Written = (
        from negative in Gen.Elements(true, false)
        from whole in Digits(1, Figure.Digits)
        from rest in Digits(0, Figure.Decimals)
        let text = (negative ? "-" : "") + whole + (rest.Length > 0 ? "." + rest : "")
        let billionths = BigInteger.Parse(whole + rest.PadRight(9, '0'), CultureInfo.InvariantCulture)
        select (text, negative ? -billionths : billionths)).ToArbitrary();

    [Fact]
    public void what_is_written_is_read_exactly() => Prop.ForAll(Written, written =>
        Figure.Read("value", written.Text, out var figure) is null && (BigInteger)figure.Billionths == written.Billionths).QuickCheckThrowOnFailure();

    [Fact]
    public void what_is_read_is_written_so_that_it_is_read_the_same() => Prop.ForAll(Written, written =>
    {
        Figure.Read("value", written.Text, out var figure);
        return Figure.Stored(figure.ToString()) == figure && Figure.Read("value", figure.ToString(), out var again) is null && again == figure;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void sums_are_exact() => Prop.ForAll(Written.Generator.ListOf().ToArbitrary(), list =>
    {
        var sum = list.Aggregate(Figure.Zero, (total, written) => Figure.Read("value", written.Text, out var figure) is null ? total + figure : total);
        var expected = list.Aggregate(BigInteger.Zero, (total, written) => total + written.Billionths);
        return (BigInteger)sum.Billionths == expected && Figure.Stored(sum.ToString()) == sum;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("007", "7")]
    [InlineData("1.50", "1.5")]
    [InlineData("-0.000000001", "-0.000000001")]
    [InlineData("999999999999999999.999999999", "999999999999999999.999999999")]
    public void figures_have_one_form(string written, string form)
    {
        Assert.Null(Figure.Read("value", written, out var figure));
        Assert.Equal(form, figure.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1e3")]
    [InlineData("1,5")]
    [InlineData("+1")]
    [InlineData("NaN")]
    [InlineData(" 1")]
    [InlineData("--1")]
    [InlineData("1.2.3")]
    [InlineData("٣")]
    [InlineData("1000000000000000000")]
    [InlineData("0.0000000001")]
    public void what_is_no_decimal_of_that_size_is_refused_by_field(string written) =>
        Assert.Equal("observations[0].value", Figure.Read("observations[0].value", written, out _)?.Field);

    [Theory]
    [InlineData("1", "3", "0.333333333")]
    [InlineData("2", "3", "0.666666667")]
    [InlineData("-1", "2", "-0.5")]
    [InlineData("1", "2000000000", "0")]
    [InlineData("3", "2000000000", "0.000000002")]
    public void rates_are_rounded_half_to_even(string value, string denominator, string rate)
    {
        Figure.Read("value", value, out var over);
        Figure.Read("denominator", denominator, out var under);
        Assert.Equal(rate, over.Over(under));
    }

    private static Gen<string> Digits(int least, int most) =>
        from length in Gen.Choose(least, most)
        from digits in Gen.Elements("0123456789".ToCharArray()).ArrayOf(length)
        select new string(digits);
}
