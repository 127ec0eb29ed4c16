using CollectiveImpact.Backbone.Measurement;
using CollectiveImpact.Backbone.Tests.Network;
using Grpc.Core;
using static CollectiveImpact.Backbone.Tests.Network.Words;

namespace CollectiveImpact.Backbone.Tests.Measurement;

/// <summary>Figures rolled up through three real services.</summary>
public sealed class RollUpTests : IAsyncLifetime
{
    private const string Hamilton = "ca.on.hamilton", Toronto = "ca.on.toronto", Ottawa = "ca.ottawa-gatineau";
    private TestNest _nest = null!;

    public async Task InitializeAsync() => _nest = await TestNest.StartAsync();

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task reports_add_up_at_every_level()
    {
        await _nest.Local.Say(Hamilton, "2021", Figure("0.1"));
        await _nest.Local.Say(Toronto, "2021", Figure("0.2"));
        await Arrives("ca", "0.3");
        Assert.Equal("0.3", await _nest.Provincial.Value("ca.on", "2021"));
        Assert.Equal("0.1", await _nest.Local.Value(Hamilton, "2021"));
    }

    [Fact]
    public async Task a_report_that_was_relayed_stands_under_its_writers_signature()
    {
        await _nest.Local.Say(Hamilton, "2021", Figure("1"));
        await Arrives("ca", "1");
        var contribution = Assert.Single((await _nest.National.Explain("ca", "2021")).Contributions);
        Assert.Equal(_nest.Local.Log.Node.Fingerprint, contribution.Node);
        var key = new CollectiveImpact.Exchange.Documents.DocumentKey(Hamilton, "report", $"ca/{TestNest.Indicator}/2021/{Hamilton}");
        var (written, relayed) = (_nest.Local.Log.Read(reader => reader.Find(key))!, _nest.National.Log.Read(reader => reader.Find(key))!);
        Assert.Equal(written.Bytes, relayed.Bytes);
        Assert.Equal(written.Proof!.Signature, relayed.Proof!.Signature);
    }

    [Fact]
    public async Task a_later_report_replaces_the_former_whole()
    {
        await _nest.Local.Say(Hamilton, "2021", Figure("10", "tenure=owner"), Figure("5", "tenure=renter"));
        await Arrives("ca", "15");
        await _nest.Local.Say(Hamilton, "2021", Figure("4", "tenure=owner"));
        await Arrives("ca", "4");
        Assert.Equal("4", await _nest.National.Value("ca", "2021", "tenure=owner"));
        Assert.Equal("", await _nest.National.Value("ca", "2021", "tenure=renter"));
    }

    [Fact]
    public async Task zero_is_a_value_and_absence_is_absence()
    {
        await _nest.Local.Say(Hamilton, "2021", Figure("0"));
        await Arrives("ca", "0");
        var explained = await _nest.National.Explain("ca", "2021");
        Assert.Equal(("0", 1), (explained.Figure.Value, explained.Figure.Contributions));
        Assert.Equal([Toronto, Ottawa], explained.Missing.Select(missing => missing.Initiative));
    }

    [Fact]
    public async Task a_withdrawn_report_is_gone_everywhere()
    {
        await _nest.Local.Say(Hamilton, "2021", Figure("3"));
        await _nest.Local.Say(Toronto, "2021", Figure("4"));
        await Arrives("ca", "7");
        await _nest.Local.Measurement.ReportAsync(new ReportRequest { Initiative = Hamilton, Indicator = TestNest.Indicator, Period = "2021", Withdraw = true });
        await Arrives("ca", "4");
        Assert.Empty((await _nest.Local.Series(Hamilton)).Points);
    }

    [Fact]
    public async Task a_definition_that_comes_to_mean_something_else_changes_the_figures_reported_under_it()
    {
        await _nest.Local.Say(Hamilton, "2021", Figure("5", "tenure=owner"), Figure("1", "tenure=renter"));
        await _nest.Local.Say(Toronto, "2021", Figure("4"));
        await Arrives("ca", "10");
        // A holder who knows of no report may do so; that one who does may not is another test's.
        await _nest.National.Log.WriteAsync(transaction =>
        {
            var before = transaction.Find(IndicatorKind.Key("ca", TestNest.Indicator))!;
            var indicator = Indicator.Parser.ParseFrom(before.Content.Payload);
            indicator.CellsOverlap = true;
            return transaction.Write(before.Key, before.Content.Epoch, indicator);
        });
        await Arrives("ca", "4");
        await Until(() => _nest.Local.Value(Hamilton, "2021"), value => value.Length == 0);
        Assert.Equal("5", await _nest.Local.Value(Hamilton, "2021", "tenure=owner"));
        foreach (var node in new[] { _nest.National, _nest.Local }) Assert.Empty(await node.Faults());
    }

    [Fact]
    public async Task partners_of_one_initiative_report_each_for_itself()
    {
        foreach (var (reporter, value) in new[] { ("shelter", "3"), ("hospital", "4"), ("shelter", "5") })
            await _nest.Local.Measurement.ReportAsync(new ReportRequest(Report(Hamilton, "2021", Figure(value))) { Reporter = reporter });
        await Arrives("ca", "9");
        Assert.Equal(["hospital", "shelter"], (await _nest.National.Explain("ca", "2021")).Contributions.Select(each => each.Reporter));
    }

    [Fact]
    public async Task an_initiative_in_two_provinces_counts_by_part_there_and_once_above()
    {
        await _nest.Local.Say(Ottawa, "2021", Figure("28400", "", "ca.on"), Figure("6400", "", "ca.qc"));
        await Arrives("ca", "34800");
        Assert.Equal("28400", await _nest.Provincial.Value("ca.on", "2021"));
        Assert.Equal("6400", await _nest.Provincial.Value("ca.qc", "2021"));
        var explained = await _nest.National.Explain("ca", "2021");
        Assert.Equal("34800", explained.Sum);
        Assert.Equal([("ca.on", "28400", "ca.on"), ("ca.qc", "6400", "ca.qc")], explained.Contributions.Select(each => (each.PartOf, each.Value, each.Through)));
    }

    [Fact]
    public async Task a_part_that_is_missing_is_named()
    {
        await _nest.Local.Say(Ottawa, "2021", Figure("28400", "", "ca.on"));
        await Arrives("ca", "28400");
        Assert.Contains((await _nest.National.Explain("ca", "2021")).Missing, missing => missing is { Initiative: Ottawa, PartOf: "ca.qc" });
        Assert.Contains((await _nest.Provincial.Explain("ca.qc", "2021")).Missing, missing => missing.Initiative == Ottawa);
    }

    [Fact]
    public async Task a_rate_is_of_the_sums_and_never_a_mean_of_rates()
    {
        await _nest.National.Define("ca", "poverty", Indicator.Types.Kind.Ratio);
        await SayOf("poverty", Hamilton, Figure("50", "", "", "100"));
        await SayOf("poverty", Toronto, Figure("0", "", "", "900"));
        await Until(() => _nest.National.Value("ca", "2021", "", "poverty"), value => value == "50");
        var point = Assert.Single((await Until(() => _nest.National.Series("ca", "", "poverty"), series => series.Points[0].Denominator == "1000")).Points);
        Assert.Equal("0.05", point.Rate);
    }

    [Fact]
    public async Task a_value_is_shown_by_place_and_refuses_to_be_rolled_up()
    {
        await _nest.National.Define("ca", "income", Indicator.Types.Kind.Value);
        await SayOf("income", Hamilton, Figure("61000"));
        await SayOf("income", Toronto, Figure("70000"));
        Assert.Equal("61000", await _nest.Local.Value(Hamilton, "2021", "", "income"));
        var explained = await Until(() => _nest.National.Explain("ca", "2021", "", "income"), each => each.Contributions.Count == 2);
        Assert.Equal(("", ""), (explained.Sum, explained.Figure.Value));
        var (code, fault) = await Refusal(() => _nest.National.Series("ca", "", "income"));
        Assert.Equal((StatusCode.FailedPrecondition, "indicator"), (code, fault.Field));
    }

    [Fact]
    public async Task figures_move_with_an_alignment_and_stay_at_the_common_ancestor()
    {
        await _nest.Local.Say(Hamilton, "2020", Figure("2"));
        await _nest.Local.Say(Hamilton, "2021", Figure("3"));
        await Arrives("ca", "3");
        await _nest.Local.Nest.AlignAsync(new AlignRequest { Initiative = Hamilton, Alignment = new Alignment { Parent = "ca.on", Until = "2020-12-31" } });
        await Until(() => _nest.Provincial.Value("ca.on", "2021"), value => value == "");
        await _nest.Local.Nest.AlignAsync(new AlignRequest { Initiative = Hamilton, Alignment = new Alignment { Parent = "ca.qc", From = "2021-01-01" } });
        await Until(() => _nest.Provincial.Value("ca.qc", "2021"), value => value == "3");
        await Arrives("ca", "3");
        Assert.Equal("2", await _nest.Provincial.Value("ca.on", "2020"));
        Assert.Equal("", await _nest.Provincial.Value("ca.qc", "2020"));
        Assert.Equal(StatusCode.InvalidArgument, (await Refusal(() => _nest.Local.Say(Hamilton, "2021", Figure("1", "", "ca.on")))).Code);
    }

    [Fact]
    public async Task a_national_service_that_was_away_learns_what_it_missed()
    {
        await _nest.StopNationalAsync();
        await _nest.Local.Say(Hamilton, "2021", Figure("3"));
        await _nest.Local.Say(Hamilton, "2021", Figure("4"));
        await Until(() => _nest.Provincial.Value("ca.on", "2021"), value => value == "4");
        await _nest.StartNationalAsync();
        await Arrives("ca", "4");
    }

    [Fact]
    public async Task who_watches_a_figure_is_told_of_each_change()
    {
        using var watch = _nest.National.Measurement.WatchSeries(new WatchSeriesRequest { Initiative = "ca", Indicator = TestNest.Indicator });
        Assert.True(await watch.ResponseStream.MoveNext(CancellationToken.None));
        Assert.True(watch.ResponseStream.Current.Complete);
        await _nest.Local.Say(Hamilton, "2021", Figure("3"));
        Assert.True(await watch.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal("3", Assert.Single(watch.ResponseStream.Current.Points).Value);
    }

    [Fact]
    public async Task what_is_published_stands_beside_what_is_rolled_up()
    {
        using var import = _nest.National.Measurement.Import();
        await import.RequestStream.WriteAsync(new ImportRequest
        {
            Published = new PublishedFigure { Initiative = "ca", Indicator = TestNest.Indicator, Period = "2021", Value = "9", Tolerance = "1", Source = "table 1" },
        });
        await import.RequestStream.CompleteAsync();
        await import;
        await _nest.Local.Say(Hamilton, "2021", Figure("8"));
        await Arrives("ca", "8");
        var point = Assert.Single((await _nest.National.Series("ca")).Points);
        Assert.Equal(("-1", true, "table 1"), (point.Difference, point.Matches, point.Published.Source));
    }

    private Task<string> Arrives(string initiative, string value) =>
        Until(() => (initiative == "ca" ? _nest.National : _nest.Provincial).Value(initiative, "2021"), arrived => arrived == value);

    private async Task SayOf(string indicator, string initiative, Observation figure) =>
        await _nest.Local.Measurement.ReportAsync(new ReportRequest(Report(initiative, "2021", figure)) { Indicator = indicator });
}
