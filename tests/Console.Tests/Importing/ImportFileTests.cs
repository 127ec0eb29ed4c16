using System.Text;
using CollectiveImpact.Console.Importing;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Tests.Importing;

public sealed class ImportFileTests
{
    private static readonly Indicator[] Indicators =
    [
        new() { Initiative = "ca", Indicator_ = "need", PeriodKind = Indicator.Types.PeriodKind.Year },
        new() { Initiative = "ca.on.hamilton", Indicator_ = "beds", PeriodKind = Indicator.Types.PeriodKind.Month },
    ];

    [Fact]
    public void Rows_of_a_place_an_indicator_and_a_period_make_one_report()
    {
        var (reports, faults) = Read("indicator,period,cell,value\nneed,2021,tenure=owner,3\nneed,2022,,8\nneed,2021,tenure=renter,4\n");
        Assert.Empty(faults);
        Assert.Equal([("2021", "tenure=owner 3|tenure=renter 4"), ("2022", " 8")], reports.Select(report => (report.Request.Period, Shown(report))));
        Assert.Equal([2, 4], reports[0].Lines);
    }

    [Fact]
    public void What_a_spreadsheet_saves_in_french_is_read_as_it_is_meant()
    {
        var (reports, faults) = Read("\uFEFFindicator;period;value;denominator\r\nneed;2021;1\u00A0250,5;2 000\r\n");
        Assert.Empty(faults);
        Assert.Equal(("1250.5", "2000"), (reports[0].Request.Observations[0].Value, reports[0].Request.Observations[0].Denominator));
    }

    [Fact]
    public void A_row_without_a_figure_is_not_reported_and_nought_is_a_figure()
    {
        var (reports, faults) = Read("indicator,period,cell,value\nneed,2021,a=1,\nneed,2021,a=2,0\n\n");
        Assert.Empty(faults);
        Assert.Equal("a=2 0", Shown(Assert.Single(reports)));
    }

    [Theory]
    [InlineData("indicator,period,cell,value\n")]
    [InlineData("indicator,period,cell,value\nneed,2021,a=1,\nneed,2022,,\n")]
    public void A_file_without_any_figure_says_so(string file)
    {
        var (reports, faults) = Read(file);
        Assert.Empty(reports);
        Assert.Equal((0, ""), (Assert.Single(faults).Line, faults[0].Column));
    }

    [Fact]
    public void A_row_may_be_of_another_initiative_part_and_reporter()
    {
        var (reports, _) = Read("initiative,indicator,period,value,part_of,reporter\nca.on.toronto,ca/rent,2021,5,ca.on,ymca\n,need,2021,6,,ca.on.hamilton\n");
        Assert.Equal(
            [("ca.on.toronto", "ca/rent", "ymca", "ca.on"), ("ca.on.hamilton", "need", "", "")],
            reports.Select(report => (report.Request.Initiative, report.Request.Indicator, report.Request.Reporter, report.Request.Observations[0].PartOf)));
    }

    [Theory]
    [InlineData("need,2021,,twelve", "value")]
    [InlineData("need,yesterday,,1", "period")]
    [InlineData("need,2021-07,,1", "period")]
    [InlineData("beds,2021,,1", "period")]
    [InlineData("rents,2021,,1", "indicator")]
    public void Every_fault_names_its_row_and_column(string row, string column)
    {
        var (_, faults) = Read($"indicator,period,cell,value\nneed,2020,,1\n{row}\nneed,2020,,2\n");
        Assert.Equal([(3, column), (4, "cell")], faults.Select(fault => (fault.Line, fault.Column)));
        Assert.All(faults, fault => Assert.NotEmpty(fault.Message));
    }

    [Theory]
    [InlineData("")]
    [InlineData("indicator,period,value\n")]
    [InlineData("indicator,period\nneed,2021\n")]
    [InlineData("indicator,period,value,colour\nneed,2021,1,red\n")]
    [InlineData("indicator,period,value\nneed,2021,\"1\n")]
    public void What_is_no_such_file_is_said(string text) => Assert.NotEmpty(Read(text).Faults);

    [Fact]
    public void A_file_in_another_encoding_is_not_guessed_at() =>
        Assert.NotEmpty(ImportFile.Read([.. "indicator,period,value\nneed,2021,"u8, 0xE9], "ca", Indicators, new Words(Language.French)).Faults);

    [Theory]
    [InlineData("report.observations[1].value", 4, "value")]
    [InlineData("report.period", 2, "period")]
    [InlineData("report.observations", 2, "")]
    public void What_a_node_says_is_found_in_the_file(string field, int line, string column)
    {
        var (reports, _) = Read("indicator,period,cell,value\nneed,2021,tenure=owner,3\nneed,2022,,8\nneed,2021,tenure=renter,4\n");
        Assert.Equal((line, column), reports[0].PlaceOf(field));
    }

    private static (IReadOnlyList<ImportedReport> Reports, IReadOnlyList<FileFault> Faults) Read(string text) =>
        ImportFile.Read(Encoding.UTF8.GetBytes(text), "ca.on.hamilton", Indicators, new Words(Language.English));

    private static string Shown(ImportedReport report) => string.Join('|', report.Request.Observations.Select(each => $"{each.Cell} {each.Value}"));
}
