using CollectiveImpact.Backbone.Resources;
using FsCheck;
using FsCheck.Fluent;

namespace CollectiveImpact.Backbone.Tests.Resources;

/// <summary>Amounts of money: read and written without losing anything.</summary>
public sealed class AmountTests
{
    private static readonly Gen<(long Units, string Currency)> Amounts =
        from digits in Gen.Choose(1, 14)
        from seed in Gen.Choose(0, int.MaxValue)
        from currency in Gen.Elements("CAD", "JPY", "KWD", "EUR")
        select (Math.Abs((long)seed * 2_654_435_761L % (long)Math.Pow(10, Math.Min(digits, 12 + Currency.Digits(currency)))), currency);

    [Fact]
    public void what_is_written_is_read_as_the_same() => Prop.ForAll(Amounts.ToArbitrary(), each =>
        Amount.Read("amount", Amount.Of(each.Units, each.Currency), out var read) is null && read == each.Units).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("1200.5", "CAD", 120050L, "1200.50")]
    [InlineData("0", "CAD", 0L, "0.00")]
    [InlineData("007", "CAD", 700L, "7.00")]
    [InlineData("0.010", "CAD", 1L, "0.01")]
    [InlineData("1200", "JPY", 1200L, "1200")]
    [InlineData("1200.000", "JPY", 1200L, "1200")]
    [InlineData("0.001", "KWD", 1L, "0.001")]
    [InlineData("999999999999.99", "CAD", 99999999999999L, "999999999999.99")]
    public void an_amount_has_the_digits_of_its_currency(string amount, string currency, long units, string written)
    {
        Assert.Null(Amount.Read("amount", new Money { Amount = amount, Currency = currency }, out var read));
        Assert.Equal((units, written), (read, Amount.Write(read, currency)));
    }

    [Theory]
    [InlineData("", "CAD", "amount.amount")]
    [InlineData("-1", "CAD", "amount.amount")]
    [InlineData("1,200", "CAD", "amount.amount")]
    [InlineData("1.", "CAD", "amount.amount")]
    [InlineData(".5", "CAD", "amount.amount")]
    [InlineData("1e3", "CAD", "amount.amount")]
    [InlineData("٣", "CAD", "amount.amount")]
    [InlineData("0.001", "CAD", "amount.amount")]
    [InlineData("0.1", "JPY", "amount.amount")]
    [InlineData("1000000000000", "CAD", "amount.amount")]
    [InlineData("1", "", "amount.currency")]
    [InlineData("1", "cad", "amount.currency")]
    [InlineData("1", "XYZ", "amount.currency")]
    public void what_is_no_amount_is_refused_by_name(string amount, string currency, string field) =>
        Assert.Equal(field, Amount.Read("amount", new Money { Amount = amount, Currency = currency }, out _)?.Field);

    [Fact]
    public void what_is_owed_is_written_with_a_sign() => Assert.Equal("-0.05", Amount.Write(-5, "CAD"));
}
