namespace CollectiveImpact.NestFolder.Tests;

public sealed class ObservationTests : IDisposable
{
    private const string File = "observations.csv";
    private readonly FolderOnDisk folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("ca.on.hamilton,need,2021,,,1,", "initiative: \"ca.on.hamilton\" is not in initiatives.csv; add it there")]
    [InlineData("ca.on,homes,2021,,,1,", "indicator: \"homes\" is not in indicators.csv; add it there")]
    [InlineData("ca.on,need,21,,,1,", "period: \"21\" is no period; write 2021, 2021-Q3, 2021-07, 2021-W05 or 2021-09-01/2022-06-30")]
    [InlineData("ca.on,need,2021-13,,,1,", "period: \"2021-13\" is no period")]
    [InlineData("ca.on,need,2021-W53,,,1,", "period: \"2021-W53\" is no period")]
    [InlineData("ca.on,need,2021-02-30/2021-03-01,,,1,", "period: \"2021-02-30/2021-03-01\" is no period")]
    [InlineData("ca.on,need,2022-01-01/2021-01-01,,,1,", "period: \"2022-01-01/2021-01-01\" is no period")]
    [InlineData("ca.on,need,2021-Q1,,,1,", "period: \"2021-Q1\" is a quarter, and need is reported by year (observations.csv, row 2)")]
    [InlineData("ca.on,need,2021,renter,,1,", "cell: \"renter\" is no cell")]
    [InlineData("ca.on,need,2021,tenure=,,1,", "cell: \"tenure=\" is no cell")]
    [InlineData("ca.on,need,2021,tenure=a/b,,1,", "cell: \"tenure=a/b\" is no cell")]
    [InlineData("ca.on,need,2021,tenure=renter;age=65+,,1,", "cell: \"tenure=renter;age=65+\" is no cell; write dimension=value, several in the order of their names")]
    [InlineData("ca.on,need,2021,,,12a,", "value: \"12a\" is no decimal number; write digits with an optional point, like 1234.5")]
    [InlineData("ca.on,need,2021,,,1e3,", "value: \"1e3\" is no decimal number")]
    [InlineData("ca.on,need,2021,,,.5,", "value: \".5\" is no decimal number")]
    [InlineData("ca.on,need,2021,,,1.,", "value: \"1.\" is no decimal number")]
    [InlineData("ca.on,need,2021,,,+1,", "value: \"+1\" is no decimal number")]
    [InlineData("ca.on,need,2021,,,\"1,000\",", "value: \"1,000\" is no decimal number")]
    [InlineData("ca.on,need,2021,,,1234567890123456789,", "value: \"1234567890123456789\" is no decimal number")]
    [InlineData("ca.on,need,2021,,,0.1234567891,", "value: \"0.1234567891\" is no decimal number")]
    [InlineData("ca.on,need,2021,,,1,2", "denominator: need is a count and has no denominator; leave it empty")]
    [InlineData("ca.on,rent,2021,,,1,2", "denominator: rent is a value and has no denominator; leave it empty")]
    [InlineData("ca.on,poverty,2021,,,1,", "denominator: poverty is a ratio; give its denominator, greater than zero")]
    [InlineData("ca.on,poverty,2021,,,0,0", "denominator: \"0\" is not greater than zero")]
    [InlineData("ca.on,poverty,2021,,,1,-2", "denominator: \"-2\" is not greater than zero")]
    [InlineData("ca.on,wage,2021,,,1,", "denominator: wage is a mean; give its count, greater than zero")]
    [InlineData("ca.on,poverty,2021,,,,5", "denominator: there is a denominator and no value")]
    [InlineData("ca.on,need,2021,,ca,1,", "part_of: the figures of ca.on are not divided among parents")]
    [InlineData("ca.ottawa-gatineau,rent,2021,,,1,", "part_of: ca.ottawa-gatineau has several parents; say to which this figure belongs: ca.on or ca.qc")]
    [InlineData("ca.ottawa-gatineau,rent,2021,,ca,1,", "part_of: \"ca\" is no parent of ca.ottawa-gatineau; write ca.on or ca.qc")]
    [InlineData("ca.on.toronto,rent,2021,,,1500,", "the same initiative, indicator, period, cell and part stand in row 8; write each once")]
    public void A_malformed_observation_is_a_fault(string row, string fault)
    {
        folder.Append(File, row);

        Assert.StartsWith($"observations.csv:9: {fault}", folder.Fault());
    }

    [Fact]
    public void Cells_that_do_not_add_up_to_the_stated_total_are_a_fault()
    {
        folder.Append(File, "ca.on.toronto,need,2021,,,300,");

        Assert.Equal(
            "observations.csv:2: value: the cells by tenure add up to 300.5, not to 300 as the total in row 9; correct one of them, or write no under additive in indicators.csv",
            folder.Fault());
    }

    [Fact]
    public void Cells_that_add_up_to_the_stated_total_are_none()
    {
        folder.Append(File, "ca.on.toronto,need,2021,,,300.500,");

        Assert.Equal(8, folder.Read().ObservationCount);
    }

    [Fact]
    public void Two_ways_of_dividing_the_same_figure_agree()
    {
        folder.Append(File, "ca.on.toronto,need,2021,age=0-64,,300,");
        folder.Append(File, "ca.on.toronto,need,2021,age=65+,,1,");

        Assert.StartsWith("observations.csv:9: value: the cells by age add up to 301, not to 300.5 as those by tenure", folder.Fault());
    }

    [Fact]
    public void Denominators_of_cells_add_up_too()
    {
        folder.Append(File, "ca.on.toronto,poverty,2021,sex=f,,4,20");
        folder.Append(File, "ca.on.toronto,poverty,2021,sex=m,,6,21");

        Assert.StartsWith("observations.csv:7: denominator: the cells by sex add up to 41, not to 40", folder.Fault().Replace(":9:", ":7:"));
    }

    [Fact]
    public void Cells_add_up_part_by_part()
    {
        folder.Append(File, "ca.ottawa-gatineau,need,2021,tenure=owner,ca.on,30,");
        folder.Append(File, "ca.ottawa-gatineau,need,2021,tenure=owner,ca.qc,11,");

        Assert.StartsWith("observations.csv:10: value: the cells by tenure add up to 11, not to 12", folder.Fault());
    }

    [Fact]
    public void Cells_of_an_indicator_that_is_not_additive_need_not_add_up()
    {
        folder.Append(File, "ca.on.toronto,wage,2021,sex=f,,1,1");

        Assert.Equal(8, folder.Read().ObservationCount);
    }

    [Fact]
    public void A_cell_with_a_fault_is_told_once_and_not_again_in_the_sum()
    {
        folder.Append(File, "ca.on.toronto,need,2021,,,300.5,");
        folder.Replace(File, "100.5", "100,5");

        Assert.StartsWith("observations.csv:2: the row has 8 values, the header 7", folder.Faults()[0]);
    }

    [Fact]
    public void A_value_left_empty_is_not_reported_and_zero_is()
    {
        folder.Append(File, "ca.on,need,2021,,,,");
        folder.Append(File, "ca.qc,need,2021,,,0,");

        var read = folder.Read();
        Assert.Empty(read.Reports.Single(report => report.Initiative == "ca.on").Reported);
        Assert.Single(read.Reports.Single(report => report.Initiative == "ca.qc").Reported);
    }

    [Fact]
    public void More_than_a_thousand_rows_for_one_report_are_a_fault()
    {
        for (var i = 0; i < 1001; i++)
            folder.Append(File, $"ca.on,need,2022,age={i},,1,");

        Assert.StartsWith("observations.csv:1009: the report of ca.on for 2022 has more than 1,000 rows", folder.Fault());
    }
}
