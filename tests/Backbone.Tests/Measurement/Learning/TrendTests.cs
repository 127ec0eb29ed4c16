using System.Globalization;
using CollectiveImpact.Backbone.Measurement;
using CollectiveImpact.Backbone.Measurement.Learning;
using FsCheck;
using FsCheck.Fluent;

namespace CollectiveImpact.Backbone.Tests.Measurement.Learning;

/// <summary>What comes if nothing changes.</summary>
public sealed class TrendTests
{
    private static readonly Gen<double[]> Figures = Gen.Choose(0, 100_000).Select(value => value / 4.0).ArrayOf().Where(values => values.Length is >= 4 and <= 40);

    [Fact]
    public void figures_on_a_line_go_on_along_it_without_a_range()
    {
        var trend = Trend.Of(Years([10, 12, 14, 16]))!;

        // 2024 is a leap year: its middle is half a day later than four years of equal length would have it.
        var next = trend.For(Period.Parse("2024")!);

        Assert.InRange(Number(next.Value), 17.99, 18.01);
        Assert.InRange(Number(next.High) - Number(next.Low), 0, 0.02);
    }

    [Fact]
    public void the_range_is_that_of_students_t()
    {
        // Months of one length, so that the days are evenly spaced: 1, 3, 2, 5, 4 with slope 0.8 and standard error 1.0954 at 3 degrees.
        var points = new[] { 1.0, 3, 2, 5, 4 }.Select((value, i) => (Range(i), value)).ToList();

        var next = Trend.Of(points)!.For(Range(5));

        Assert.Equal(5.4, Number(next.Value), 6);
        Assert.Equal(1.6377 * 1.095445 * Math.Sqrt(1 + 0.2 + 0.9), Number(next.High) - Number(next.Value), 3);
    }

    [Fact]
    public void three_figures_are_too_few() => Assert.Null(Trend.Of(Years([1, 2, 3])));

    [Fact]
    public void a_forecast_lies_in_its_range_and_below_zero_only_where_a_figure_did() => Prop.ForAll(Figures.ToArbitrary(), values =>
    {
        var next = Trend.Of(Years(values))!.For(Period.Parse($"{2020 + values.Length}")!);
        return Number(next.Low) <= Number(next.Value) && Number(next.Value) <= Number(next.High) && Number(next.Low) >= 0;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void figures_that_are_all_moved_by_the_same_move_the_forecast_by_it() => Prop.ForAll(Figures.ToArbitrary(), values =>
    {
        var period = Period.Parse($"{2020 + values.Length}")!;
        // Far above zero, so that nothing is cut off there.
        var (one, other) = (Trend.Of(Years([.. values.Select(value => value + 1e7)]))!.For(period), Trend.Of(Years([.. values.Select(value => value + 3e7)]))!.For(period));
        return Math.Abs(Number(other.Value) - Number(one.Value) - 2e7) < 0.01;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2021", "2022")]
    [InlineData("2021-Q4", "2022-Q1")]
    [InlineData("2021-Q1", "2021-Q2")]
    [InlineData("2021-12", "2022-01")]
    [InlineData("2020-W53", "2021-W01")]
    [InlineData("2021-W52", "2022-W01")]
    [InlineData("2021-W05", "2021-W06")]
    public void a_period_is_followed_by_the_next_of_its_kind(string period, string next) => Assert.Equal(next, Period.Parse(period)!.Next()!.Text);

    [Fact]
    public void no_range_of_days_follows_on_another() => Assert.Null(Period.Parse("2021-09-01/2022-06-30")!.Next());

    private static List<(Period, double)> Years(double[] values) => [.. values.Select((value, i) => (Period.Parse($"{2020 + i}")!, value))];

    private static Period Range(int number)
    {
        var first = new DateOnly(2026, 1, 1).AddDays(10 * number);
        return new Period("", Indicator.Types.PeriodKind.Range, first, first.AddDays(9));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
