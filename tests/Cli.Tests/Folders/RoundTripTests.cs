using CollectiveImpact.NestFolder;
using CollectiveImpact.NestFolder.Requests;
using Google.Protobuf;
using Grpc.Core;

namespace CollectiveImpact.Cli.Tests.Folders;

/// <summary>A folder that is imported and exported is the folder that it was, through real services.</summary>
public sealed class RoundTripTests : IAsyncLifetime
{
    private readonly TestFolder work = new();
    private RealNest nest = null!;

    public async Task InitializeAsync() => nest = await RealNest.StartAsync();

    public async Task DisposeAsync()
    {
        await nest.DisposeAsync();
        work.Dispose();
    }

    [Fact]
    public async Task The_built_in_nest_comes_back_as_it_was_and_again_from_what_came_back()
    {
        var builtIn = Tables(Path.Combine(AppContext.BaseDirectory, "nests", "ca-core-housing-need"));
        await ComesBackAsync(builtIn, work.In("exported"));

        await using var another = await RealNest.StartAsync();
        (await new Nest().RunAsync("import", work.In("exported"), "--gateway", another.Gateway)).Ends(0);
        await ExportAsync(another.Gateway, work.In("again"), Folder.Read(builtIn).Folder!);
        foreach (var file in Directory.GetFiles(work.In("exported")))
            Assert.Equal(File.ReadAllLines(file), File.ReadAllLines(Path.Combine(work.In("again"), Path.GetFileName(file))));
        Assert.Equal(await SeriesAsync(nest, "ca"), await SeriesAsync(another, "ca"));
    }

    /// <summary>A folder without its calls: what they say is no table, and is not exported.</summary>
    private string Tables(string folder)
    {
        var tables = Directory.CreateDirectory(work.In("tables")).FullName;
        foreach (var file in Directory.GetFiles(folder, "*.csv")) File.Copy(file, Path.Combine(tables, Path.GetFileName(file)));
        return tables;
    }

    [Fact]
    public async Task Every_kind_of_row_comes_back()
    {
        var outcome = await ComesBackAsync(WriteSmall(), work.In("exported"));

        Assert.Equal(["5 initiatives registered", "11 observations imported"], outcome.Import.ErrorLines);
        Assert.Equal($"5 initiatives, 4 indicators, 11 observations and 3 published figures stand at {nest.Gateway}.\n", outcome.Import.Out);
        Assert.EndsWith("exported: 5 initiatives, 4 indicators, 11 observations in 7 reports, 3 published figures\n", outcome.Export.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Under_one_initiative_what_lies_above_is_named_and_has_no_figures()
    {
        await ComesBackAsync(WriteSmall(), work.In("whole"));

        (await new Nest().RunAsync("export", work.In("ontario"), "--under", "ca.on", "--gateway", nest.Gateway)).Ends(0);

        var folder = Folder.Read(work.In("ontario")).Folder!;
        Assert.Equal(["ca", "ca.on", "ca.on.toronto", "ca.ottawa-gatineau", "ca.qc"], folder.Initiatives.Rows.Select(row => row.Id));
        Assert.DoesNotContain(folder.Published, row => row.Initiative == "ca");
        Assert.Contains(folder.Published, row => row.Initiative == "ca.on");
        Assert.Contains(folder.Reports, report => report.Initiative == "ca.ottawa-gatineau" && report.Observations.Any(row => row.PartOf == "ca.qc"));
    }

    [Fact]
    public async Task A_local_backbone_saves_and_loads_its_own_figures_at_its_own_node()
    {
        var small = WriteSmall();
        work.Write("small/functions.csv", "initiative,function,holders\nca,advance-policy,ca\nca.ottawa-gatineau,advance-policy,ca.on\n");
        await ComesBackAsync(small, work.In("whole"));

        var outcome = (await new Nest().RunAsync("export", work.In("local"), "--gateway", nest.Local)).Ends(0);
        Assert.Contains("Not in it are the figures of 3 other initiatives", outcome.Error, StringComparison.Ordinal);

        await nest.Calls.Measurement.ReportAsync(new() { Initiative = "ca.on.toronto", Indicator = "poverty", Period = "2021", Withdraw = true });
        (await new Nest().RunAsync("import", work.In("local"), "--gateway", nest.Local)).Ends(0);
        Assert.Equal("10", (await nest.Calls.Measurement.GetSeriesAsync(new() { Initiative = "ca.on.toronto", Indicator = "poverty" })).Points[0].Value);
    }

    [Fact]
    public async Task What_a_folder_cannot_hold_is_named()
    {
        await ComesBackAsync(WriteSmall(), work.In("whole"));
        await nest.Calls.Registry.AlignAsync(new() { Initiative = "ca.on.toronto", Alignment = new() { Parent = "ca.on", From = "2010-01-01" } });

        var outcome = (await new Nest().RunAsync("export", work.In("dated"), "--gateway", nest.Gateway)).Ends(1);

        Assert.Equal("Left out, because a folder cannot hold it: the dates of the alignment of ca.on.toronto with ca.on: after an import it is in force at any time.", outcome.ErrorLines[^1]);
        Assert.NotNull(Folder.Read(work.In("dated")).Folder);
    }

    [Fact]
    public async Task A_malformed_folder_is_a_line_a_fault_and_nothing_is_loaded()
    {
        var folder = WriteSmall();
        work.Write("small/initiatives.csv", "id,level,name_en,parents\nCA,national,Canada,\nca.on,province,Ontario,\n");

        var text = (await new Nest().RunAsync("import", folder, "--gateway", nest.Gateway)).Ends(2);
        var json = (await new Nest().RunAsync("import", folder, "--gateway", nest.Gateway, "--json")).Ends(2);

        Assert.StartsWith("initiatives.csv:2: id: \"CA\" is no id", text.ErrorLines[0], StringComparison.Ordinal);
        Assert.StartsWith("initiatives.csv:3: level: \"province\" is no level", text.ErrorLines[1], StringComparison.Ordinal);
        Assert.Equal(text.ErrorLines.Length, json.JsonError.GetProperty("faults").GetArrayLength());
        Assert.Equal("", text.Out);
        Assert.Empty((await nest.Calls.Registry.ListInitiativesAsync(new())).Initiatives);
    }

    [Fact]
    public async Task A_folder_that_is_there_is_not_written_over()
    {
        var folder = WriteSmall();

        Assert.Contains("is there already", (await new Nest().RunAsync("export", folder, "--gateway", nest.Gateway)).Ends(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_initiative_that_nobody_knows_is_refused_and_no_folder_is_left()
    {
        var outcome = (await new Nest().RunAsync("export", work.In("none"), "--under", "ca.mars", "--gateway", nest.National)).Ends(1);

        Assert.StartsWith("error: under: no initiative `ca.mars` is known here", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(work.Path));
    }

    [Fact]
    public async Task A_nest_that_does_not_answer_is_told_at_once()
    {
        (await new Nest().RunAsync("import", WriteSmall(), "--gateway", "http://127.0.0.1:1")).Ends(3);
        (await new Nest().RunAsync("export", work.In("none"), "--gateway", "http://127.0.0.1:1")).Ends(3);
    }

    private async Task<(Outcome Import, Outcome Export)> ComesBackAsync(string folder, string exported)
    {
        var before = Folder.Read(folder).Folder!;
        var import = (await new Nest().RunAsync("import", folder, "--gateway", nest.Gateway)).Ends(0);
        var export = await ExportAsync(nest.Gateway, exported, before);
        var after = Folder.Read(exported);
        Assert.Empty(after.Faults);
        Assert.Equal(Asked(before), Asked(after.Folder!));
        return (import, export);
    }

    /// <summary>Exports until what the nodes have to tell each other has arrived: each is asked at its own.</summary>
    private static async Task<Outcome> ExportAsync(string address, string folder, Folder expected)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var outcome = (await new Nest().RunAsync("export", folder, "--gateway", address)).Ends(0);
            if (Asked(Folder.Read(folder).Folder!).SequenceEqual(Asked(expected)) || patience.IsCancellationRequested)
                return outcome;
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>All that a folder asks of a nest, whatever the order of its rows.</summary>
    private static List<string> Asked(Folder folder)
    {
        var requests = new FolderRequests(folder);
        IEnumerable<IMessage> asked = [.. requests.Registrations().SelectMany(level => level), .. requests.Declarations(), .. requests.Definitions(), .. requests.Imports()];
        return [.. asked.Select(Sorted).Select(request => $"{request.Descriptor.Name} {JsonFormatter.Default.Format(request)}").Order(StringComparer.Ordinal)];
    }

    private static IMessage Sorted(IMessage message)
    {
        if (message is ImportRequest { Report: { } report })
        {
            var observations = report.Observations.OrderBy(each => each.PartOf, StringComparer.Ordinal).ThenBy(each => each.Cell, StringComparer.Ordinal).ToArray();
            report.Observations.Clear();
            report.Observations.AddRange(observations);
        }
        if (message is RegisterInitiativeRequest registration)
        {
            var holds = registration.Holds.Order().ToArray();
            registration.Holds.Clear();
            registration.Holds.AddRange(holds);
            var alignments = registration.Alignments.OrderBy(each => each.Parent, StringComparer.Ordinal).ToArray();
            registration.Alignments.Clear();
            registration.Alignments.AddRange(alignments);
        }
        return message;
    }

    private static async Task<string> SeriesAsync(RealNest nest, string initiative)
    {
        var request = new GetSeriesRequest { Initiative = initiative, Indicator = "households-in-core-housing-need" };
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var series = new Series();
        while (!patience.IsCancellationRequested && (series.Points.Count == 0 || !series.Points.All(point => point.Matches)))
            series = await nest.Calls.Measurement.GetSeriesAsync(request, new CallOptions());
        return string.Join('\n', series.Points.Select(point => $"{point.Period} {point.Value} {point.Contributions}"));
    }

    /// <summary>A folder with everything that one can hold.</summary>
    private string WriteSmall()
    {
        work.Write("small/initiatives.csv", """
            id,level,name_en,name_fr,parents
            ca,national,Canada,,
            ca.on,provincial,"Ontario, ""the"" province",,ca
            ca.qc,provincial,Quebec,Québec,ca
            ca.on.toronto,local,Toronto,,ca.on
            ca.ottawa-gatineau,local,Ottawa-Gatineau,,ca.on;ca.qc
            """);
        work.Write("small/indicators.csv", """
            id,name_en,name_fr,unit,unit_fr,kind,direction,additive,period,defined_by
            need,Households in need,Ménages,households,ménages,count,down,yes,,
            poverty,Children in poverty,,children,,ratio,down,yes,,
            rent,Median rent,,CAD,,value,,no,,
            homes,Homes begun,,,,count,up,no,month,ca.on
            """);
        work.Write("small/observations.csv", """
            initiative,indicator,period,cell,part_of,value,denominator,reporter
            ca.on.toronto,need,2021,tenure=owner,,100.5,,
            ca.on.toronto,need,2021,tenure=renter,,0,,
            ca.on.toronto,need,2021,,,7,,shelter
            ca.ottawa-gatineau,need,2021,,ca.on,30,,
            ca.ottawa-gatineau,need,2021,,ca.qc,12,,
            ca.ottawa-gatineau,need,2020,age=65+;tenure=owner,ca.on,1,,
            ca.ottawa-gatineau,need,2020,age=65+;tenure=owner,ca.qc,2,,
            ca.on.toronto,poverty,2021,,,10,40,
            ca.on.toronto,rent,2021,,,1500.123456789,,
            ca.on.toronto,homes,2021-07,kind=house,,3,,
            ca.on.toronto,homes,2021-07,,,5,,
            """);
        work.Write("small/published.csv", """
            initiative,indicator,period,cell,value,denominator,tolerance,denominator_tolerance,source
            ca,need,2021,,149.5,,0.5,,"Statistics Canada, table 1"
            ca.on,poverty,2021,,10,40,1,2,
            ca.on,homes,2021-07,kind=flat,2,,,,
            """);
        work.Write("small/cells.csv", """
            cell,name_en,name_fr
            tenure,Tenure,Mode d’occupation
            tenure=owner,Owners,
            kind,Kind of home,
            """);
        work.Write("small/functions.csv", """
            initiative,function,holders,until
            ca,guide-vision-and-strategy,ca,
            ca.on.toronto,establish-shared-measurement,ca.on,
            ca.on.toronto,build-public-will,ca.on.toronto;ca.on,2099-12-31
            ca.on,mobilize-resources,ca.on,2099-12-31
            """);
        return work.In("small");
    }
}
