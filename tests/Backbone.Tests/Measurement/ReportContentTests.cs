using CollectiveImpact.Backbone.Measurement;
using static CollectiveImpact.Backbone.Tests.Network.Words;

namespace CollectiveImpact.Backbone.Tests.Measurement;

public sealed class ReportContentTests
{
    private static readonly Period Year = Period.Parse("2021")!;

    [Fact]
    public void cells_add_up_to_a_total_that_was_not_reported()
    {
        Assert.Null(Read(Count(), out var figures, Figure("10", "tenure=owner"), Figure("5", "tenure=renter")));
        Assert.Equal(("15", true), Total(figures));
    }

    [Fact]
    public void a_total_that_agrees_with_its_cells_is_taken_as_reported()
    {
        Assert.Null(Read(Count(), out var figures, Figure("15"), Figure("10", "tenure=owner"), Figure("5", "tenure=renter")));
        Assert.Equal(("15", false), Total(figures));
    }

    [Fact]
    public void a_total_that_disagrees_with_its_cells_is_refused() =>
        Assert.Equal("observations", Read(Count(), out _, Figure("16"), Figure("10", "tenure=owner"), Figure("5", "tenure=renter"))?.Field);

    [Fact]
    public void two_dimensions_must_agree() =>
        Assert.Equal("observations", Read(Count(), out _, Figure("10", "tenure=owner"), Figure("9", "age=65+"))?.Field);

    [Fact]
    public void cells_that_overlap_make_no_total()
    {
        var overlapping = Count();
        overlapping.CellsOverlap = true;
        Assert.Null(Read(overlapping, out var figures, Figure("16"), Figure("10", "need=food"), Figure("9", "need=rent")));
        Assert.Equal(("16", false), Total(figures));
        Assert.Null(Read(overlapping, out figures, Figure("10", "need=food")));
        Assert.DoesNotContain(figures, figure => figure.Cell.Length == 0);
    }

    [Fact]
    public void the_cells_of_a_ratio_add_up_in_both_halves()
    {
        Assert.Null(Read(Ratio(), out var figures, Figure("1", "tenure=owner", "", "10"), Figure("3", "tenure=renter", "", "5")));
        Assert.Equal(new ReportedFigure("", "", Exact("4"), Exact("15"), true), figures.Single(figure => figure.Cell.Length == 0));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("")]
    [InlineData("x")]
    public void a_ratio_without_a_positive_denominator_is_refused(string denominator) =>
        Assert.Equal("observations[0].denominator", Read(Ratio(), out _, Figure("1", "", "", denominator))?.Field);

    [Fact]
    public void a_count_has_no_denominator() =>
        Assert.Equal("observations[0].denominator", Read(Count(), out _, Figure("1", "", "", "2"))?.Field);

    [Fact]
    public void a_cell_is_reported_once_however_it_is_written() =>
        Assert.Equal("observations[1].cell", Read(Count(), out _, Figure("1", "a=1;b=2"), Figure("1", "b=2;a=1"))?.Field);

    [Fact]
    public void a_report_is_by_part_or_it_is_not() =>
        Assert.Equal("observations", Read(Count(), out _, Figure("1", "", "ca.on"), Figure("1", "a=1"))?.Field);

    [Theory]
    [InlineData("tenure")]
    [InlineData("=renter")]
    [InlineData("tenure=")]
    [InlineData("tenure=a=b")]
    [InlineData("tenure=a;tenure=b")]
    [InlineData("tenure=a;")]
    [InlineData(" tenure=a")]
    [InlineData("tenure=a/b")]
    [InlineData("tenure=a\n")]
    public void what_is_no_cell_is_refused(string cell) =>
        Assert.Equal("observations[0].cell", Read(Count(), out _, Figure("1", cell))?.Field);

    [Fact]
    public void a_period_is_of_the_indicators_kind() =>
        Assert.Equal("period", ReportContent.Read(Count(), Period.Parse("2021-07")!, [Figure("1")], out _)?.Field);

    private static (string Value, bool FromCells) Total(IReadOnlyList<ReportedFigure> figures)
    {
        var total = figures.Single(figure => figure.Cell.Length == 0);
        return (total.Value.ToString(), total.FromCells);
    }

    private static Exchange.Calls.CallFault? Read(Indicator indicator, out IReadOnlyList<ReportedFigure> figures, params Observation[] observations) =>
        ReportContent.Read(indicator, Year, observations, out figures);

    private static Figure Exact(string text) => Backbone.Measurement.Figure.Stored(text);

    private static Indicator Count() => new()
    {
        Initiative = "ca",
        Indicator_ = "need",
        Kind = Indicator.Types.Kind.Count,
        PeriodKind = Indicator.Types.PeriodKind.Year,
    };

    private static Indicator Ratio() => new(Count()) { Kind = Indicator.Types.Kind.Ratio };
}
