using CollectiveImpact.Backbone.Tests.Network;
using Grpc.Core;
using static CollectiveImpact.Backbone.Tests.Activities.Acting;
using static CollectiveImpact.Backbone.Tests.Network.Words;

namespace CollectiveImpact.Backbone.Tests.Nest.History;

/// <summary>Other names and other parents, each from a day on.</summary>
public sealed class ShapeTests : IAsyncLifetime
{
    private TestNest _nest = null!;

    public async Task InitializeAsync() => _nest = await TestNest.StartAsync();

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task a_name_begins_on_its_day_and_the_one_before_keeps_its_days()
    {
        await Rename("Hamilton-Wentworth", "2024-01-01", revision: 1);
        var last = await Rename("Greater Hamilton", _nest.Day(30), revision: 2);

        Assert.Equal("Hamilton-Wentworth", last.Name.En);
        Assert.Equal(["", "2024-01-01", _nest.Day(30)], last.Names.Select(name => name.From));
        Assert.Equal((Hamilton, "Hamilton-Wentworth", "Greater Hamilton"), (await NameOn("2023-12-31"), await NameOn("2024-01-01"), await NameOn(_nest.Day(30))));
        var heard = await Until(() => _nest.National.Nest.GetInitiativeAsync(new GetInitiativeRequest { Initiative = Hamilton }).ResponseAsync, each => each.Names.Count == 3);
        Assert.Equal("Hamilton-Wentworth", heard.Name.En);
    }

    [Fact]
    public async Task registering_it_again_leaves_its_later_names()
    {
        await Rename("Hamilton-Wentworth", "2024-01-01", revision: 1);

        var again = await _nest.Local.Register(Hamilton, Level.Local, Ontario);

        Assert.Equal(("Hamilton-Wentworth", 2), (again.Name.En, again.Revision));
    }

    [Fact]
    public async Task registering_it_again_leaves_the_dates_of_its_alignments()
    {
        await _nest.Local.Move(Hamilton, Ontario, Quebec, "2022-01-01");

        var again = await _nest.Local.Register(Hamilton, Level.Local, Ontario);

        Assert.Equal([(Ontario, "2021-12-31"), (Quebec, "")], again.Alignments.Select(alignment => (alignment.Parent, alignment.Until)));
    }

    [Fact]
    public async Task a_name_is_taken_back_by_its_day()
    {
        await Rename("Hamilton-Wentworth", "2024-01-01", revision: 1);

        var without = await _nest.Local.History.RenameInitiativeAsync(new RenameInitiativeRequest { Initiative = Hamilton, From = "2024-01-01", Revision = 2, Withdraw = true });

        Assert.Equal(Hamilton, Assert.Single(without.Names).Name.En);
        var (code, fault) = await Refusal(async () =>
            await _nest.Local.History.RenameInitiativeAsync(new RenameInitiativeRequest { Initiative = Hamilton, From = "2024-01-01", Revision = 3, Withdraw = true }));
        Assert.Equal((StatusCode.NotFound, "from"), (code, fault.Field));
    }

    [Theory]
    [InlineData("", "2024-01-01", 1, StatusCode.InvalidArgument, "name")]
    [InlineData("Steel City", "01/02/2024", 1, StatusCode.InvalidArgument, "from")]
    [InlineData("Steel City", "2024-01-01", 7, StatusCode.Aborted, "revision")]
    public async Task a_name_that_is_wrong_is_refused_by_its_field(string name, string from, long revision, StatusCode code, string field)
    {
        var refusal = await Refusal(() => Rename(name, from, revision));

        Assert.Equal((code, field), (refusal.Code, refusal.Fault.Field));
        Assert.Single((await _nest.Local.Nest.GetInitiativeAsync(new GetInitiativeRequest { Initiative = Hamilton })).Names);
    }

    [Fact]
    public async Task who_moves_counts_where_it_was_and_is_offered_where_it_is()
    {
        await _nest.Local.Say(Hamilton, "2020", Figure("30"));
        await _nest.Local.Say(Toronto, "2020", Figure("100"));
        await _nest.Local.Move(Hamilton, Ontario, Quebec, "2022-01-01");
        await _nest.Local.Say(Hamilton, "2022", Figure("33"));

        Assert.Equal("33", await Until(() => _nest.Provincial.Value(Quebec, "2022"), value => value == "33"));
        Assert.Equal(("130", ""), (await _nest.Provincial.Value(Ontario, "2020"), await _nest.Provincial.Value(Quebec, "2020")));
        Assert.Equal("2020 30, 2022 33", (await _nest.Provincial.Restated(Quebec)).Figures());
        Assert.Equal("2020 100", (await _nest.Provincial.Restated(Ontario)).Figures());
        Assert.Equal("2020 130, 2022 33", (await _nest.Provincial.Restated(Ontario, "2021-12-31")).Figures());
        await Until(() => _nest.National.Restated(Canada), series => series.Figures() == "2020 130, 2022 33");
    }

    [Fact]
    public async Task a_restated_figure_stands_beside_the_one_that_was_with_the_rule_that_made_it()
    {
        await _nest.Local.Say(Hamilton, "2020", Figure("30"));
        await _nest.Local.Say(Toronto, "2020", Figure("100"));
        await _nest.Local.Move(Hamilton, Ontario, Quebec, "2022-01-01");
        var explained = await Until(
            () => _nest.Provincial.ExplainRestated(Ontario, "2020"), each => each.Figure.AsWas.Value == "130" && each.Changes.Sum(change => change.Rules.Count) == 2);

        Assert.Equal(("130", "100", 1, "-30"), (explained.Figure.AsWas.Value, explained.Figure.Value, explained.Figure.Changes, explained.Sum));
        var change = Assert.Single(explained.Changes);
        Assert.Equal((Hamilton, "30", ""), (change.Initiative, change.Was, change.Becomes));
        Assert.Equal(
            [(Ontario, "", "2021-12-31"), (Quebec, "2022-01-01", "")],
            change.Rules.Select(rule => (rule.Alignment.Parent, rule.Alignment.From, rule.Alignment.Until)));
        var series = await _nest.Provincial.Restated(Ontario);
        Assert.Equal((2, 2), (series.Rules.Count, series.RulesInAll));
    }

    [Fact]
    public async Task nothing_is_marked_restated_where_no_rule_was_used()
    {
        await _nest.Local.Say(Toronto, "2020", Figure("100"));

        var point = Assert.Single((await Until(() => _nest.Provincial.Restated(Ontario), series => series.Figures() == "2020 100")).Points);

        Assert.Equal((false, 0, "100", "100"), (point.Restated, point.Changes, point.Value, point.AsWas.Value));
    }

    [Fact]
    public async Task who_goes_away_and_comes_back_keeps_both_times()
    {
        await _nest.Local.Say(Hamilton, "2020", Figure("30"));
        await _nest.Local.Say(Hamilton, "2022", Figure("32"));
        await _nest.Local.Say(Hamilton, "2024", Figure("34"));
        await _nest.Local.Move(Hamilton, Ontario, Quebec, "2022-01-01");
        await _nest.Local.Move(Hamilton, Quebec, Ontario, "2024-01-01");

        await Until(() => _nest.Provincial.Series(Ontario), each => string.Join(", ", each.Points.Select(point => $"{point.Period} {point.Value}")) == "2020 30, 2024 34");
        Assert.Equal("32", await _nest.Provincial.Value(Quebec, "2022"));
        var alignment = (await _nest.Local.History.GetHistoryAsync(new GetHistoryRequest { Initiative = Hamilton })).Alignments.Single(each => each.Parent == Ontario);
        Assert.Equal(("2024-01-01", "", "2021-12-31"), (alignment.From, alignment.Until, Assert.Single(alignment.Earlier).Until));
        Assert.Empty(await _nest.Provincial.Faults());
    }

    [Fact]
    public async Task the_nest_is_listed_as_it_was_on_a_day()
    {
        await _nest.Local.Move(Hamilton, Ontario, Quebec, "2022-01-01");
        await Rename("Hamilton-Wentworth", "2024-01-01", revision: 1);

        Assert.Equal([Ontario, Hamilton, Toronto, "ca.ottawa-gatineau"], await Under(Ontario, "2021-12-31"));
        Assert.Equal([Ontario, Toronto, "ca.ottawa-gatineau"], await Under(Ontario, "2022-01-01"));
        Assert.Equal(4, (await Under(Ontario, "")).Count);
        var then = await _nest.Local.Nest.ListInitiativesAsync(new ListInitiativesRequest { Under = Hamilton, Day = "2023-12-31" });
        Assert.Equal(Hamilton, Assert.Single(then.Initiatives).Name.En);
    }

    [Theory]
    [InlineData("ca.qc", "ca.on", "2022-01-01", StatusCode.FailedPrecondition, "from_parent")]
    [InlineData("ca.on", "ca.on", "2022-01-01", StatusCode.InvalidArgument, "to_parent")]
    [InlineData("ca.on", "ca.on.toronto", "2022-01-01", StatusCode.InvalidArgument, "to_parent")]
    [InlineData("ca.on", "ca.mb", "2022-01-01", StatusCode.NotFound, "to_parent")]
    [InlineData("ca.on", "ca.qc", "soon", StatusCode.InvalidArgument, "day")]
    public async Task a_move_that_cannot_be_is_refused_by_its_field(string from, string to, string day, StatusCode code, string field)
    {
        var refusal = await Refusal(() => _nest.Local.Move(Hamilton, from, to, day));

        Assert.Equal((code, field), (refusal.Code, refusal.Fault.Field));
        Assert.Single((await _nest.Local.Nest.GetInitiativeAsync(new GetInitiativeRequest { Initiative = Hamilton })).Alignments);
    }

    [Fact]
    public async Task times_of_an_alignment_that_overlap_are_refused()
    {
        var alignment = new Alignment { Parent = Ontario, From = "2022-01-01", Earlier = { new AlignmentSpan { Until = "2020-12-31" }, new AlignmentSpan { From = "2020-06-01", Until = "2021-06-30" } } };

        var overlap = await Refusal(async () => await _nest.Local.Nest.AlignAsync(new AlignRequest { Initiative = Hamilton, Alignment = alignment }));
        alignment.Earlier[1].From = "2021-01-01";
        alignment.From = "2021-06-30";
        var late = await Refusal(async () => await _nest.Local.Nest.AlignAsync(new AlignRequest { Initiative = Hamilton, Alignment = alignment }));

        Assert.Equal(("alignment.earlier[1].from", "alignment.from"), (overlap.Fault.Field, late.Fault.Field));
    }

    private async Task<Initiative> Rename(string name, string from, long revision) => await _nest.Local.History.RenameInitiativeAsync(
        new RenameInitiativeRequest { Initiative = Hamilton, Name = name.Length == 0 ? null : new Text { En = name }, From = from, Revision = revision });

    private async Task<string> NameOn(string day) => (await _nest.Local.Nest.GetInitiativeAsync(new GetInitiativeRequest { Initiative = Hamilton, Day = day })).Name.En;

    private async Task<List<string>> Under(string initiative, string day) =>
        [.. (await _nest.Local.Nest.ListInitiativesAsync(new ListInitiativesRequest { Under = initiative, Day = day })).Initiatives.Select(each => each.Initiative_)];
}
