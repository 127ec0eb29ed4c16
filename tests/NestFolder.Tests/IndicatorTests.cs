using static CollectiveImpact.V1.Indicator.Types;

namespace CollectiveImpact.NestFolder.Tests;

public sealed class IndicatorTests : IDisposable
{
    private const string File = "indicators.csv";
    private readonly FolderOnDisk folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Homes,Homes,,homes,count,up,yes", "id: \"Homes\" is no id")]
    [InlineData("need,Homes,,homes,count,up,yes", "id: \"need\" is there already, in row 2")]
    [InlineData("homes,,,homes,count,up,yes", "name_en: there is no name")]
    [InlineData("homes,Homes,,homes,sum,up,yes", "kind: \"sum\" is no kind; write count, ratio, mean or value")]
    [InlineData("homes,Homes,,homes,count,better,yes", "direction: \"better\" is no direction")]
    [InlineData("homes,Homes,,homes,count,up,maybe", "additive: \"maybe\" is not yes or no")]
    [InlineData("homes,Homes,,homes,value,up,yes", "additive: the cells of a value (a median, an index) do not add up; write no")]
    public void A_malformed_indicator_is_a_fault(string row, string fault)
    {
        folder.Append(File, row);

        Assert.StartsWith($"indicators.csv:6: {fault}", folder.Fault());
    }

    [Fact]
    public void A_unit_of_more_than_60_characters_is_a_fault()
    {
        folder.Append(File, $"homes,Homes,,{new string('h', 61)},count,up,yes");

        Assert.StartsWith("indicators.csv:6: unit: ", folder.Fault());
    }

    [Fact]
    public void A_unit_has_a_name_in_either_language()
    {
        folder.Write(File, """
            id,name_en,unit,unit_fr,kind,direction
            need,Need,households,ménages,count,down
            poverty,Poverty,,enfants,ratio,down
            wage,Wage,CAD,,mean,up
            rent,Rent,CAD,,value,down

            """);
        folder.Write("observations.csv", "initiative,indicator,period,value\n");
        folder.Remove("published.csv");

        Assert.Equal(
            [("households", "ménages"), ("", "enfants"), ("CAD", ""), ("CAD", "")],
            folder.Read().Indicators.Select(indicator => (indicator.Unit.En, indicator.Unit.Fr)));
    }

    [Fact]
    public void What_is_counted_and_which_way_is_better_may_be_left_out()
    {
        folder.Append(File, "homes,Homes,,,count,,yes");

        var homes = folder.Read().Indicators.Single(indicator => indicator.Id == "homes");
        Assert.Equal(("", "", Direction.Unspecified), (homes.Unit.En, homes.Unit.Fr, homes.Direction));
    }

    [Fact]
    public void An_indicator_that_nobody_reports_has_the_kind_of_period_that_its_row_says()
    {
        folder.Write(File, "id,name_en,unit,kind,direction,period\nneed,Need,households,count,down,quarter\n");
        folder.Write("observations.csv", "initiative,indicator,period,value\n");
        folder.Remove("published.csv");

        Assert.Equal(PeriodKind.Quarter, Assert.Single(folder.Read().Indicators).PeriodKind);
    }

    [Fact]
    public void An_observation_for_another_kind_of_period_than_its_indicators_row_says_is_a_fault()
    {
        folder.Write(File, "id,name_en,unit,kind,direction,period\nneed,Need,households,count,down,quarter\n");
        folder.Write("observations.csv", "initiative,indicator,period,value\nca.on.toronto,need,2021,5\n");
        folder.Remove("published.csv");

        Assert.StartsWith("observations.csv:2: period: \"2021\" is a year, and need is reported by quarter (indicators.csv, row 2)", folder.Fault());
    }

    [Theory]
    [InlineData("homes,Homes,homes,count,up,decade,", "period: \"decade\" is no kind of period")]
    [InlineData("homes,Homes,homes,count,up,,us", "defined_by: \"us\" is not in initiatives.csv")]
    public void Who_defines_it_and_for_which_periods_is_checked(string row, string fault)
    {
        folder.Write(File, $"id,name_en,unit,kind,direction,period,defined_by\nneed,Need,households,count,down,,\n{row}\n");
        folder.Write("observations.csv", "initiative,indicator,period,value\n");
        folder.Remove("published.csv");

        Assert.StartsWith($"indicators.csv:3: {fault}", folder.Fault());
    }

    [Fact]
    public void Who_reports_an_indicator_lies_under_whoever_defines_it()
    {
        folder.Write(File, "id,name_en,unit,kind,direction,defined_by\nneed,Need,households,count,down,ca.qc\n");
        folder.Write("observations.csv", "initiative,indicator,period,value\nca.on.toronto,need,2021,5\n");
        folder.Remove("published.csv");

        Assert.StartsWith("observations.csv:2: indicator: need is defined by ca.qc, which is neither ca.on.toronto nor above it", folder.Fault());
    }

    [Fact]
    public void A_French_unit_of_more_than_60_characters_is_a_fault()
    {
        folder.Write(File, $"id,name_en,unit,unit_fr,kind,direction\nneed,Need,households,{new string('m', 61)},count,down\n");

        Assert.Contains(folder.Faults(), fault => fault.StartsWith("indicators.csv:2: unit_fr: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Cells_add_up_unless_it_is_said_otherwise()
    {
        folder.Append(File, "homes,Homes,,homes,count,up,");

        var additive = folder.Read().Indicators.ToDictionary(indicator => indicator.Id, indicator => indicator.Additive);
        Assert.True(additive["homes"]);
        Assert.False(additive["wage"]);
        Assert.False(additive["rent"]);
    }

    [Theory]
    [InlineData("2022", PeriodKind.Year)]
    [InlineData("2022-Q4", PeriodKind.Quarter)]
    [InlineData("2022-12", PeriodKind.Month)]
    [InlineData("2020-W53", PeriodKind.Week)]
    [InlineData("2021-09-01/2022-06-30", PeriodKind.Range)]
    public void The_observations_say_by_which_kind_of_period_an_indicator_is_reported(string period, PeriodKind kind)
    {
        folder.Append(File, "homes,Homes,,homes,count,up,");
        folder.Append("observations.csv", $"ca.on.toronto,homes,{period},,,1,");

        Assert.Equal(kind, folder.Read().Indicators.Single(indicator => indicator.Id == "homes").PeriodKind);
    }
}
