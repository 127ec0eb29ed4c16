using System.Text;
using CollectiveImpact.Backbone.Tests.Network;
using Grpc.Core;
using static CollectiveImpact.Backbone.Tests.Activities.Acting;
using static CollectiveImpact.Backbone.Tests.Network.Words;

namespace CollectiveImpact.Backbone.Tests.Measurement.Learning;

/// <summary>Curves, what they were to be, who brought their change, the stories behind them, and crosswalks, over three real services.</summary>
public sealed class LearningTests(NodeStores stores) : IClassFixture<NodeStores>, IAsyncLifetime
{
    private const string Core = TestNest.Indicator, Rate = "rate";

    private TestNest _nest = null!;

    public async Task InitializeAsync()
    {
        _nest = await TestNest.StartAsync(stores);
        await _nest.National.Define(Canada, Rate, Indicator.Types.Kind.Ratio);
        await Until(async () => await _nest.Local.Measurement.ListIndicatorsAsync(new ListIndicatorsRequest { Initiative = Canada }), list => list.Indicators.Count == 2);
    }

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task a_curve_shows_its_targets_and_goes_on_as_it_went()
    {
        foreach (var (year, value) in new[] { ("2020", "100"), ("2021", "110"), ("2022", "120"), ("2023", "130") }) await _nest.Local.Say(Hamilton, year, Figure(value));
        await _nest.Local.Save(Hamilton, new Targets { Indicator = Core, Baseline = "2020", Targets_ = { A("2025", "90"), A("2023", "120.50") } });

        var curve = await _nest.Local.Learning.GetCurveAsync(new GetCurveRequest { Initiative = Hamilton, Indicator = Core, Ahead = 2 });

        Assert.Equal(["2020", "2021", "2022", "2023"], curve.Points.Select(point => point.Period));
        Assert.Equal([("2023", "120.5", "130"), ("2025", "90", "")], curve.Targets.Select(target => (target.Period, target.Value, target.Actual)));
        Assert.Equal([TargetPoint.Types.State.Undirected, TargetPoint.Types.State.Open], curve.Targets.Select(target => target.State));
        Assert.Equal(["2024", "2025"], curve.Forecast.Ahead.Select(point => point.Period));
        Assert.Equal((4, 80, Forecast.Types.Method.LinearTrend, ""), (curve.Forecast.Points, curve.Forecast.RangePercent, curve.Forecast.Method, curve.NoForecast));
        Assert.StartsWith("140.0", curve.Forecast.Ahead[0].Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task targets_are_read_as_they_stand_of_all_cells_so_that_a_change_loses_none()
    {
        Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(async () => await Read())).StatusCode);
        var saved = await _nest.Local.Save(Hamilton, new Targets { Indicator = Core, Baseline = "2020", Targets_ = { A("2025", "90"), new CurveTarget { Cell = "tenure=owner", Period = "2025", Value = "30" } } });

        Assert.Equal(saved, await Read());
        Assert.Equal(2, saved.Targets_.Count);

        async Task<Targets> Read() => await _nest.Local.Learning.GetTargetsAsync(new GetTargetsRequest { Initiative = Hamilton, Indicator = Core });
    }

    [Fact]
    public async Task too_few_figures_make_no_forecast_and_the_answer_says_how_many_there_are()
    {
        await _nest.Local.Say(Hamilton, "2021", Figure("100"));

        var curve = await _nest.Local.Learning.GetCurveAsync(new GetCurveRequest { Initiative = Hamilton, Indicator = Core });

        Assert.Null(curve.Forecast);
        Assert.Equal("4 figures are needed, and there are 1", curve.NoForecast);
    }

    [Theory]
    [InlineData("100", Turn.Types.State.Better)]
    [InlineData("141", Turn.Types.State.AsExpected)]
    [InlineData("190", Turn.Types.State.Worse)]
    public async Task a_curve_has_turned_where_the_latest_figure_is_better_than_all_that_was_to_come(string latest, Turn.Types.State state)
    {
        await _nest.National.Measurement.DefineIndicatorAsync(new DefineIndicatorRequest
        {
            Initiative = Canada,
            Indicator = new Indicator
            {
                Indicator_ = "evictions",
                Name = new Text { En = "Evictions" },
                Kind = Indicator.Types.Kind.Count,
                PeriodKind = Indicator.Types.PeriodKind.Year,
                Direction = Indicator.Types.Direction.Down,
            },
        });
        foreach (var (year, value) in new[] { ("2019", "99"), ("2020", "111"), ("2021", "119"), ("2022", "131"), ("2023", latest) })
            await _nest.National.Measurement.ReportAsync(new ReportRequest { Initiative = Canada, Indicator = "evictions", Period = year, Observations = { Figure(value) } });
        await _nest.National.Save(Canada, new Targets { Indicator = "evictions", Baseline = "2022" });

        var turn = (await _nest.National.Learning.GetCurveAsync(new GetCurveRequest { Initiative = Canada, Indicator = "evictions" })).Turn;

        Assert.Equal((state, "2023", latest), (turn.State, turn.Period, turn.Actual));
    }

    [Fact]
    public async Task what_each_child_brought_adds_up_to_the_change_and_says_where_coverage_changed()
    {
        await _nest.Local.Say(Hamilton, "2021", Figure("100"));
        await _nest.Local.Say(Hamilton, "2022", Figure("90.5"));
        await _nest.Local.Say(Toronto, "2022", Figure("40"));
        await _nest.Local.Say(Ottawa, "2021", Figure("10", part: Ontario), Figure("5", part: Quebec));
        await _nest.Local.Say(Ottawa, "2022", Figure("12", part: Ontario), Figure("4", part: Quebec));
        await _nest.Provincial.Say(Ontario, "2021", Figure("3"));
        await Until(() => _nest.National.Value(Canada, "2022"), value => value == "146.5");
        await Until(() => _nest.National.Value(Canada, "2021"), value => value == "118");

        var nation = await _nest.National.Change(Canada, Core);
        var ontario = await _nest.Provincial.Change(Ontario, Core);

        Assert.Equal("28.5", nation.Total.Value);
        Assert.Equal([(Ontario, "29.5"), (Quebec, "-1")], nation.Parts.Select(part => (part.Child, part.Value)));
        Assert.Equal(
            [
                (Toronto, "40", FigureChange.Types.Coverage.New), (Hamilton, "-9.5", FigureChange.Types.Coverage.Both),
                ("", "-3", FigureChange.Types.Coverage.Gone), (Ottawa, "2", FigureChange.Types.Coverage.Both),
            ],
            ontario.Parts.Select(part => (part.Child, part.Value, part.Coverage)));
    }

    [Fact]
    public async Task the_parts_of_a_rates_change_add_up_to_what_is_shown_of_it()
    {
        await _nest.Local.Say(Hamilton, Rate, "2021", "1", "3");
        await _nest.Local.Say(Toronto, Rate, "2021", "2", "7");
        await _nest.Local.Say(Hamilton, Rate, "2022", "2", "3");
        await _nest.Local.Say(Toronto, Rate, "2022", "3", "8");
        await Until(() => _nest.Provincial.Value(Ontario, "2022", indicator: Rate), value => value == "5");

        var change = await _nest.Provincial.Change(Ontario, Rate);

        // 5 of 11 after 3 of 10: 0.154545454….
        Assert.Equal("0.154545455", change.Total.Rate);
        Assert.Equal(decimal.Parse(change.Total.Rate), change.Parts.Sum(part => decimal.Parse(part.Rate)));
        Assert.Equal(("2", "1"), (change.Total.Value, change.Total.Denominator));
    }

    [Fact]
    public async Task a_place_that_is_aligned_with_two_levels_at_once_is_counted_once()
    {
        await _nest.Local.Nest.AlignAsync(new AlignRequest { Initiative = Hamilton, Alignment = new Alignment { Parent = Canada } });
        await _nest.Local.Say(Hamilton, "2021", Figure("100"));
        await _nest.Local.Say(Toronto, "2021", Figure("7"));
        await _nest.Local.Say(Hamilton, "2022", Figure("130"));
        await _nest.Local.Say(Toronto, "2022", Figure("9"));
        await Until(() => _nest.National.Value(Canada, "2022"), value => value == "139");

        var change = await _nest.National.Change(Canada, Core);

        Assert.Equal("32", change.Total.Value);
        Assert.Equal(32m, change.Parts.Sum(part => decimal.Parse(part.Value)));
    }

    [Fact]
    public async Task a_period_without_a_figure_has_no_change()
    {
        await _nest.Local.Say(Hamilton, "2021", Figure("100"));

        var (code, fault) = await Refusal(() => _nest.Local.Change(Hamilton, Core));

        Assert.Equal((StatusCode.FailedPrecondition, "to"), (code, fault.Field));
    }

    [Fact]
    public async Task what_works_in_one_place_is_found_from_above_and_a_node_that_was_cut_off_hears_of_it()
    {
        await _nest.StopNationalAsync();
        await _nest.Local.Save(Hamilton, Story("rent-bank", works: "A call before the notice"));
        await _nest.Local.Save(Toronto, Story("towers"));
        await _nest.StartNationalAsync();

        var all = await Until(
            () => _nest.National.Learning.ListCurveStoriesAsync(new ListCurveStoriesRequest { Initiative = Canada, Below = true, Indicator = $"{Canada}/{Core}" }).ResponseAsync,
            list => list.Stories.Count == 2);
        var works = await _nest.National.Learning.ListCurveStoriesAsync(new ListCurveStoriesRequest { Initiative = Canada, Below = true, WhatWorks = true });

        Assert.Equal([Hamilton, Toronto], all.Stories.Select(story => story.Initiative));
        Assert.Equal("rent-bank", Assert.Single(works.Stories).Story);
        Assert.Equal("towers", Assert.Single((await _nest.National.Learning.ListCurveStoriesAsync(
            new ListCurveStoriesRequest { Initiative = Canada, Below = true, PageSize = 1, PageToken = $"{Hamilton}/rent-bank" })).Stories).Story);
    }

    [Fact]
    public async Task a_crosswalk_sets_a_local_figure_beside_the_core_one_and_flags_that_they_differ()
    {
        await _nest.Local.Define(Hamilton, "on-the-list");
        await _nest.Local.Say(Hamilton, "2021", Figure("100"));
        await _nest.Local.Measurement.ReportAsync(new ReportRequest { Initiative = Hamilton, Indicator = "on-the-list", Period = "2021", Observations = { Figure("80") } });
        await _nest.Local.Save(Hamilton, Walk("list"));

        var listed = await Until(
            () => _nest.National.Learning.ListCrosswalksAsync(new ListCrosswalksRequest { Initiative = Canada, Below = true, NotComparable = true }).ResponseAsync,
            list => list.Crosswalks is [{ LocalFigure: not null }]);
        var flagged = await Until(
            () => _nest.National.Learning.GetCurveAsync(new GetCurveRequest { Initiative = Canada, Indicator = Core }).ResponseAsync, curve => curve.Crosswalks.Count == 1);

        Assert.Equal(("80", "100"), (listed.Crosswalks[0].LocalFigure.Value, listed.Crosswalks[0].CoreFigure.Value));
        Assert.Equal(Crosswalk.Types.Comparability.Nearly, flagged.Crosswalks[0].Comparability);
        var own = await Refusal(() => _nest.Local.Save(Hamilton, new Crosswalk(Walk("other")) { Local = $"{Canada}/{Core}" }));
        var unsaid = await Refusal(() => _nest.Local.Save(Hamilton, new Crosswalk(Walk("other")) { Differences = new Text() }));
        Assert.Equal(("crosswalk.local", "crosswalk.differences"), (own.Fault.Field, unsaid.Fault.Field));
    }

    [Fact]
    public async Task what_is_kept_is_in_no_other_nodes_log()
    {
        const string secret = "hushed-words";
        await _nest.Local.Define(Hamilton, "on-the-list");
        await _nest.Local.Save(Hamilton, new CurveStory(Story("kept", works: secret)) { Sharing = Sharing.Kept });
        await _nest.Local.Save(Hamilton, new Crosswalk(Walk("kept")) { Sharing = Sharing.Kept, Differences = new Text { En = secret } });
        await _nest.Local.Save(Hamilton, new Targets { Indicator = Core, Baseline = "1999", Sharing = Sharing.Kept });
        // Said last: where it has come, all before it would have.
        await _nest.Local.Save(Hamilton, Story("open"));
        await Until(() => _nest.National.Learning.ListCurveStoriesAsync(new ListCurveStoriesRequest { Initiative = Canada, Below = true }).ResponseAsync, list => list.Stories.Count == 1);

        foreach (var node in new[] { _nest.Provincial, _nest.National })
            Assert.DoesNotContain(node.Log.Read(reader => reader.DocumentsAfter(0, int.MaxValue)), document =>
                document.Key.Kind.EndsWith("-kept", StringComparison.Ordinal) || Encoding.UTF8.GetString(document.Bytes).Contains(secret, StringComparison.Ordinal));
        Assert.Equal(3, _nest.Local.Log.Read(reader => reader.DocumentsAfter(0, int.MaxValue)).Count(document => document.Key.Kind.EndsWith("-kept", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task the_next_holder_of_measurement_goes_on_with_the_targets_and_the_former_is_refused()
    {
        var written = await _nest.Local.Save(Hamilton, new Targets { Indicator = Core, Baseline = "2020", Sharing = Sharing.Shared });
        await _nest.Local.Declare(Hamilton, Ontario);
        await Until(() => _nest.Provincial.Accept(Hamilton, Ontario), _ => true);

        var moved = await Until(() => _nest.Provincial.Save(Hamilton, new Targets(written) { Baseline = "2021" }), _ => true);
        var former = await Refusal(() => _nest.Local.Save(Hamilton, new Targets(moved) { Baseline = "2022" }));

        Assert.Equal(("2.1", "2021"), (moved.Revision, moved.Baseline));
        Assert.Equal((StatusCode.FailedPrecondition, Ontario), (former.Code, former.Fault.Holder));
    }

    [Fact]
    public async Task what_is_malformed_or_unknown_is_refused_by_name_and_the_second_edit_with_the_revision_that_stands()
    {
        Assert.Equal("targets.baseline", (await Refusal(() => _nest.Local.Save(Hamilton, new Targets { Indicator = Core, Baseline = "2021-Q1" }))).Fault.Field);
        Assert.Equal("targets.targets[0].value", (await Refusal(() => _nest.Local.Save(Hamilton, new Targets { Indicator = Core, Targets_ = { A("2021", "few") } }))).Fault.Field);
        Assert.Equal("targets.targets[1].period", (await Refusal(() => _nest.Local.Save(Hamilton, new Targets { Indicator = Core, Targets_ = { A("2021", "1"), A("2021", "2") } }))).Fault.Field);
        Assert.Equal("targets.indicator", (await Refusal(() => _nest.Local.Save(Hamilton, new Targets { Indicator = "nothing" }))).Fault.Field);
        Assert.Equal("story.actions[0]", (await Refusal(() => _nest.Local.Save(Hamilton, new CurveStory(Story("one")) { Actions = { $"{Hamilton}/nothing" } }))).Fault.Field);
        var read = await _nest.Local.Save(Hamilton, Story("one"));
        await _nest.Local.Save(Hamilton, new CurveStory(read) { Behind = new Text { En = "Better words" } });
        var (code, fault) = await Refusal(() => _nest.Local.Save(Hamilton, new CurveStory(read) { Behind = new Text { En = "Late words" } }));
        Assert.Equal((StatusCode.Aborted, true), (code, fault.Message.Contains("1.2", StringComparison.Ordinal)));
    }

    private static CurveTarget A(string period, string value) => new() { Period = period, Value = value };

    private static CurveStory Story(string id, string works = "") => new()
    {
        Story = id,
        Indicator = $"{Canada}/{Core}",
        Behind = new Text { En = "Rents rose faster than pay" },
        WhatWorks = new Text { En = works },
        Day = "2026-03-01",
        Sharing = Sharing.Shared,
    };

    private static Crosswalk Walk(string id) => new()
    {
        Crosswalk_ = id,
        Local = "on-the-list",
        Core = $"{Canada}/{Core}",
        Comparability = Crosswalk.Types.Comparability.Nearly,
        Differences = new Text { En = "Only households that asked for help" },
        Sharing = Sharing.Shared,
    };
}

/// <summary>What tests say of learning.</summary>
internal static class LearningWords
{
    public static async Task<Targets> Save(this TestNode node, string initiative, Targets targets) =>
        await node.Learning.SaveTargetsAsync(new SaveTargetsRequest { Initiative = initiative, Targets = targets });

    public static async Task<CurveStory> Save(this TestNode node, string initiative, CurveStory story) =>
        await node.Learning.SaveCurveStoryAsync(new SaveCurveStoryRequest { Initiative = initiative, Story = story });

    public static async Task<Crosswalk> Save(this TestNode node, string initiative, Crosswalk crosswalk) =>
        await node.Learning.SaveCrosswalkAsync(new SaveCrosswalkRequest { Initiative = initiative, Crosswalk = crosswalk });

    public static async Task<FigureChange> Change(this TestNode node, string initiative, string indicator) =>
        await node.Learning.GetFigureChangeAsync(new GetFigureChangeRequest { Initiative = initiative, Indicator = indicator, From = "2021", To = "2022" });

    public static async Task Say(this TestNode node, string initiative, string indicator, string period, string value, string denominator) =>
        await node.Measurement.ReportAsync(new ReportRequest { Initiative = initiative, Indicator = indicator, Period = period, Observations = { Figure(value, denominator: denominator) } });
}
