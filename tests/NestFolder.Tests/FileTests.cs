using System.Text;

namespace CollectiveImpact.NestFolder.Tests;

public sealed class FileTests : IDisposable
{
    private readonly FolderOnDisk folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_folder_without_fault_is_read_whole()
    {
        var read = folder.Read();

        Assert.Equal(5, read.Initiatives.Rows.Count);
        Assert.Equal(4, read.Indicators.Count);
        Assert.Equal(5, read.Reports.Count);
        Assert.Equal(7, read.ObservationCount);
        Assert.Equal(2, read.Published.Count);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_fault()
    {
        var fault = Assert.Single(Folder.Read("/no/such/folder").Faults);

        Assert.Equal("/no/such/folder: no such folder; name one that holds initiatives.csv", fault.ToString());
    }

    [Theory]
    [InlineData("initiatives.csv")]
    [InlineData("indicators.csv")]
    [InlineData("observations.csv")]
    public void A_file_that_is_missing_is_a_fault(string file)
    {
        folder.Remove(file);

        Assert.Contains(folder.Faults(), fault => fault.StartsWith($"{file}: the file is missing; its columns are ", StringComparison.Ordinal));
    }

    [Fact]
    public void Published_figures_may_be_left_out()
    {
        folder.Remove("published.csv");

        Assert.Empty(folder.Read().Published);
    }

    [Fact]
    public void An_empty_file_is_a_fault()
    {
        folder.Write("published.csv", "");

        Assert.StartsWith("published.csv: the file is empty; its first row is initiative, ", folder.Fault());
    }

    [Fact]
    public void Columns_may_stand_in_any_order()
    {
        folder.Write("published.csv", "value,period,tolerance,initiative,indicator\n342.5,2021,1,ca,need\n");

        var row = Assert.Single(folder.Read().Published);
        Assert.Equal(("ca", "need", "2021", "342.5", "1"), (row.Initiative, row.Indicator, row.Period, row.Value.ToString(), row.Tolerance.ToString()));
    }

    [Fact]
    public void An_unknown_column_is_a_fault()
    {
        folder.Replace("published.csv", "denominator_tolerance", "comment");

        Assert.StartsWith("published.csv:1: \"comment\" is no column of this file; the columns are initiative, ", folder.Fault());
    }

    [Fact]
    public void A_missing_column_is_a_fault()
    {
        folder.Write("published.csv", "initiative,indicator,value\nca,need,1\n");

        Assert.StartsWith("published.csv:1: period: the column is missing; the header is ", folder.Fault());
    }

    [Fact]
    public void A_column_that_is_there_twice_is_a_fault()
    {
        folder.Write("published.csv", "initiative,indicator,period,value,value\nca,need,2021,1,1\n");

        Assert.Equal("published.csv:1: value: the column is there twice; keep one", folder.Fault());
    }

    [Fact]
    public void Semicolons_between_columns_are_told_as_such()
    {
        folder.Write("published.csv", "initiative;indicator;period;value\n");

        Assert.Contains(folder.Faults(), fault => fault.EndsWith("separate columns with commas", StringComparison.Ordinal));
    }

    [Fact]
    public void What_refers_to_a_file_that_cannot_be_read_is_no_fault_of_its_own()
    {
        folder.Replace("initiatives.csv", "id,level", "key,level");

        Assert.All(folder.Faults(), fault => Assert.StartsWith("initiatives.csv:1: ", fault));
    }

    [Fact]
    public void A_row_with_too_few_values_is_a_fault()
    {
        folder.Append("published.csv", "ca,need,2021");

        Assert.StartsWith("published.csv:4: the row has 3 values, the header 8; ", folder.Fault());
    }

    [Fact]
    public void A_byte_order_mark_is_no_fault()
    {
        folder.Write("indicators.csv", [0xEF, 0xBB, 0xBF, .. File.ReadAllBytes(Path.Combine(folder.Path, "indicators.csv"))]);

        Assert.Equal(4, folder.Read().Indicators.Count);
    }

    [Fact]
    public void Lines_may_end_as_on_Windows()
    {
        folder.Replace("observations.csv", "\n", "\r\n");

        Assert.Equal(7, folder.Read().ObservationCount);
    }

    [Fact]
    public void Quotes_hold_commas_and_quotes()
    {
        folder.Replace("initiatives.csv", ",Toronto,", ",\"Toronto, the \"\"6ix\"\"\",");

        Assert.Equal("Toronto, the \"6ix\"", folder.Read().Initiatives.Find("ca.on.toronto")!.Name.En);
    }

    [Fact]
    public void A_quote_that_is_never_closed_is_a_fault()
    {
        folder.Append("published.csv", "\"ca,need,2021,tenure=owner,1,,,");

        Assert.Equal("published.csv:4: a quote is never closed; end the value with \"", folder.Fault());
    }

    [Fact]
    public void A_quote_that_is_never_closed_does_not_swallow_a_long_file()
    {
        folder.Append("published.csv", "\"ca" + new string('x', 10_000_000));

        Assert.StartsWith("published.csv:4: ", folder.Fault());
    }

    [Fact]
    public void A_quote_within_a_value_is_a_fault()
    {
        folder.Replace("initiatives.csv", ",Toronto,", ",Tor\"onto,");

        Assert.StartsWith("initiatives.csv:5: there is a quote within a value; ", folder.Fault());
    }

    [Fact]
    public void Text_after_a_closing_quote_is_a_fault()
    {
        folder.Replace("initiatives.csv", ",Toronto,", ",\"Tor\"onto,");

        Assert.StartsWith("initiatives.csv:5: there is text after a closing quote; ", folder.Fault());
    }

    [Fact]
    public void What_is_not_UTF_8_is_a_fault()
    {
        var text = File.ReadAllText(Path.Combine(folder.Path, "initiatives.csv"));
        folder.Write("initiatives.csv", Encoding.Latin1.GetBytes(text));

        Assert.Equal("initiatives.csv:4: name_fr: \"Qu\uFFFDbec\" is not UTF-8; save the file as UTF-8", folder.Fault());
    }

    [Fact]
    public void Rows_are_counted_as_an_editor_counts_them()
    {
        folder.Replace("indicators.csv", "need,Households in need,,", "\n\"need\",\"Households\n in need\",,");
        folder.Replace("indicators.csv", ",value,", ",median,");

        Assert.Contains(folder.Faults(), fault => fault.StartsWith("indicators.csv:3: name_en: ", StringComparison.Ordinal));
        Assert.Contains(folder.Faults(), fault => fault.StartsWith("indicators.csv:7: kind: \"median\" is no kind", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_fault_is_told_in_the_order_of_the_files_and_rows()
    {
        folder.Replace("observations.csv", "100.5", "12a");
        folder.Replace("observations.csv", "1500", "much");
        folder.Replace("initiatives.csv", "national", "federal");

        Assert.Equal(
            ["initiatives.csv:2: level", "observations.csv:2: value", "observations.csv:8: value"],
            folder.Faults().Select(fault => string.Join(':', fault.Split(':').Take(3))));
    }

    [Fact]
    public void A_fault_is_one_line_however_odd_the_value()
    {
        folder.Replace("initiatives.csv", ",Toronto,", $",\"Tor\nonto\u0007{new string('x', 500)}\",");

        Assert.All(folder.Faults(), fault =>
        {
            Assert.DoesNotContain(fault, char.IsControl);
            Assert.InRange(fault.Length, 1, 250);
        });
    }
}
