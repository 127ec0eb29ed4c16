namespace CollectiveImpact.NestFolder.Tests;

public sealed class PublishedTests : IDisposable
{
    private readonly FolderOnDisk folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("us,need,2021,,1,,,", "initiative: \"us\" is not in initiatives.csv")]
    [InlineData("ca,homes,2021,,1,,,", "indicator: \"homes\" is not in indicators.csv")]
    [InlineData("ca.qc,need,2021-07,,1,,,", "period: \"2021-07\" is a month, and need is reported by year")]
    [InlineData("ca.qc,need,2021,owner,1,,,", "cell: \"owner\" is no cell")]
    [InlineData("ca.qc,need,2021,,,,,", "value: \"\" is no decimal number")]
    [InlineData("ca.qc,need,2021,,1,1,,", "denominator: need is a count and has no denominator")]
    [InlineData("ca.qc,poverty,2021,,1,,,", "denominator: poverty is a ratio; give its denominator")]
    [InlineData("ca.qc,need,2021,,1,,-1,", "tolerance: \"-1\" is less than zero; a tolerance is zero or more")]
    [InlineData("ca.qc,need,2021,,1,,1 %,", "tolerance: \"1 %\" is no decimal number")]
    [InlineData("ca.qc,need,2021,,1,,1,1", "denominator_tolerance: need has no denominator; leave it empty")]
    [InlineData("ca,need,2021,,1,,,", "the same initiative, indicator, period and cell stand in row 2; write each once")]
    [InlineData("ca,rent,2021,,1,,,", "indicator: rent is a value (a median, an index), which is never rolled up, and ca does not report it itself")]
    public void A_malformed_figure_is_a_fault(string row, string fault)
    {
        folder.Append("published.csv", row);

        Assert.StartsWith($"published.csv:4: {fault}", folder.Fault());
    }

    [Fact]
    public void A_value_is_published_for_a_place_that_reports_it()
    {
        folder.Append("published.csv", "ca.on.toronto,rent,2021,,1500,,,");

        Assert.Equal(3, folder.Read().Published.Count);
    }
}
