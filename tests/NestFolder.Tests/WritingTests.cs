using CollectiveImpact.NestFolder.Requests;
using Google.Protobuf;

namespace CollectiveImpact.NestFolder.Tests;

/// <summary>A folder that is written is the folder that was read, whatever the order of its rows was.</summary>
public sealed class WritingTests : IDisposable
{
    private readonly FolderOnDisk folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_built_in_nest_comes_back_as_it_was() =>
        ComesBack(Folder.Read(Path.Combine(AppContext.BaseDirectory, "ca-core-housing-need")).Folder!);

    [Fact]
    public void Parts_denominators_labels_and_functions_come_back()
    {
        folder.Write("cells.csv", "cell,name_en,name_fr\ntenure,Tenure,\n\"tenure=owner\",\"Owners, \"\"all\"\"\",Propriétaires\n");
        folder.Write("functions.csv", """
            initiative,function,holders,until
            ca.on.toronto,establish-shared-measurement,ca.on,
            ca.on.toronto,build-public-will,ca.on.toronto;ca.on,2028-12-31

            """);

        ComesBack(folder.Read());
    }

    [Fact]
    public void Partners_sources_definers_and_kinds_of_period_come_back()
    {
        folder.Write("indicators.csv", """
            id,name_en,unit,kind,direction,period,defined_by
            need,Need,households,count,down,,
            homes,Homes,,count,,month,ca.on

            """);
        folder.Write("observations.csv", """
            initiative,indicator,period,value,reporter
            ca.on.toronto,need,2021,5,
            ca.on.toronto,need,2021,6,shelter
            ca.on.toronto,homes,2021-07,7,ca.on.toronto

            """);
        folder.Write("published.csv", "initiative,indicator,period,value,source\nca.on,homes,2021-07,7,\"Table 1, 2022\"\n");

        var requests = ComesBack(folder.Read());
        Assert.Contains(requests, request => request.Contains("\"reporter\": \"shelter\"", StringComparison.Ordinal));
        Assert.Contains(requests, request => request.Contains("\"ca.on/homes\"", StringComparison.Ordinal));
        Assert.Contains(requests, request => request.Contains("Table 1, 2022", StringComparison.Ordinal));
    }

    [Fact]
    public void A_kind_of_period_that_no_figure_tells_comes_back()
    {
        folder.Write("indicators.csv", "id,name_en,unit,kind,direction,period\nneed,Need,households,count,down,quarter\n");
        folder.Write("observations.csv", "initiative,indicator,period,value\n");
        folder.Remove("published.csv");

        ComesBack(folder.Read());
    }

    [Fact]
    public void Two_reports_of_one_partner_for_the_same_period_are_a_fault()
    {
        folder.Write("observations.csv", "initiative,indicator,period,value,reporter\nca.on.toronto,need,2021,5,\nca.on.toronto,need,2021,6,ca.on.toronto\n");
        folder.Remove("published.csv");

        Assert.Contains("stand in row 2; write each once", folder.Fault(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_folder_may_hold_is_a_fault_when_it_is_read_again()
    {
        var read = folder.Read();
        folder.Remove("published.csv");

        (read with { Published = [], Indicators = [.. read.Indicators.Select(row => row with { Id = "No id" })] }).Write(folder.Path);

        Assert.Contains(folder.Faults(), fault => fault.StartsWith("indicators.csv:2: id: \"No id\" is no id", StringComparison.Ordinal));
    }

    /// <summary>Writes a folder, reads it again, and compares all that either would ask of a nest.</summary>
    private static List<string> ComesBack(Folder before)
    {
        var copy = Directory.CreateTempSubdirectory("nest-folder-written-").FullName;
        try
        {
            before.Write(copy);
            var after = Folder.Read(copy);
            Assert.Empty(after.Faults);
            Assert.Equal(Asked(before), Asked(after.Folder!));
            return Asked(before);
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    private static List<string> Asked(Folder folder)
    {
        var requests = new FolderRequests(folder);
        IEnumerable<IMessage> asked = [.. requests.Registrations().SelectMany(level => level), .. requests.Declarations(), .. requests.Definitions(), .. requests.Imports()];
        return [.. asked.Select(request => $"{request.Descriptor.Name} {JsonFormatter.Default.Format(request)}").Order(StringComparer.Ordinal)];
    }
}
