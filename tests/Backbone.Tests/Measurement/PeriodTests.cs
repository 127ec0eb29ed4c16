using CollectiveImpact.Backbone.Measurement;

namespace CollectiveImpact.Backbone.Tests.Measurement;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2021", Indicator.Types.PeriodKind.Year, "2021-01-01", "2021-12-31")]
    [InlineData("2021-Q3", Indicator.Types.PeriodKind.Quarter, "2021-07-01", "2021-09-30")]
    [InlineData("2020-02", Indicator.Types.PeriodKind.Month, "2020-02-01", "2020-02-29")]
    [InlineData("2021-W01", Indicator.Types.PeriodKind.Week, "2021-01-04", "2021-01-10")]
    [InlineData("2020-W53", Indicator.Types.PeriodKind.Week, "2020-12-28", "2021-01-03")]
    [InlineData("2021-09-01/2022-06-30", Indicator.Types.PeriodKind.Range, "2021-09-01", "2022-06-30")]
    public void a_period_has_a_kind_a_first_and_a_last_day(string text, Indicator.Types.PeriodKind kind, string first, string last) =>
        Assert.Equal(new Period(text, kind, DateOnly.Parse(first), DateOnly.Parse(last)), Period.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("21")]
    [InlineData("0000")]
    [InlineData("2021-13")]
    [InlineData("2021-00")]
    [InlineData("2021-Q5")]
    [InlineData("2021-W54")]
    [InlineData("2021-W53")]
    [InlineData("2021-W00")]
    [InlineData("2021-7")]
    [InlineData("2021/07")]
    [InlineData("2021-09-01")]
    [InlineData("2022-09-01/2022-06-30")]
    [InlineData("2021-02-29/2021-06-30")]
    [InlineData("２０２１")]
    [InlineData(" 2021")]
    public void what_is_no_period_is_refused(string text) => Assert.Equal("period", Period.Read("period", text, out _)?.Field);
}
