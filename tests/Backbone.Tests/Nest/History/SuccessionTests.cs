using CollectiveImpact.Backbone.Tests.Network;
using Grpc.Core;
using static CollectiveImpact.Backbone.Tests.Activities.Acting;
using static CollectiveImpact.Backbone.Tests.Nest.History.Shaping;
using static CollectiveImpact.Backbone.Tests.Network.Words;
using Answer = CollectiveImpact.V1.InitiativeSuccession.Types.Answer;
using State = CollectiveImpact.V1.InitiativeSuccession.Types.State;

namespace CollectiveImpact.Backbone.Tests.Nest.History;

/// <summary>Splits and mergers, over three real services.</summary>
public sealed class SuccessionTests : IAsyncLifetime
{
    private const string East = "ca.on.hamilton-east", West = "ca.on.hamilton-west", Golden = "ca.on.golden-horseshoe", Burlington = "ca.on.burlington";

    private TestNest _nest = null!;

    public async Task InitializeAsync() => _nest = await TestNest.StartAsync();

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task two_places_that_merge_are_one_in_the_restated_past_and_two_in_the_past()
    {
        await Report((Hamilton, "2020", "30"), (Toronto, "2020", "100"), (Hamilton, "2021", "31"));
        await Register(Golden, "2022-01-01");
        await _nest.Local.PassAccepted(Hamilton, "2022-01-01", (Golden, ""));
        await _nest.Local.PassAccepted(Toronto, "2022-01-01", (Golden, ""));
        await Report((Golden, "2022", "120"));

        Assert.Equal("2020 130, 2021 31, 2022 120", (await _nest.Local.Restated(Golden)).Figures());
        Assert.Equal(["2022"], (await _nest.Local.Series(Golden)).Points.Select(point => point.Period));
        Assert.Equal("2020 30, 2021 31", string.Join(", ", (await _nest.Local.Series(Hamilton)).Points.Select(point => $"{point.Period} {point.Value}")));
        await Until(() => _nest.Provincial.Restated(Ontario), series => series.Figures() == "2020 130, 2021 31, 2022 120");
        var history = await _nest.Local.History.GetHistoryAsync(new GetHistoryRequest { Initiative = Golden });
        Assert.Equal([Hamilton, Toronto], history.CameFrom.Select(each => each.Initiative));
        var explained = await _nest.Local.ExplainRestated(Golden, "2020");
        Assert.Equal([(Hamilton, "", "30"), (Toronto, "", "100")], explained.Changes.Select(change => (change.Initiative, change.Was, change.Becomes)));
        Assert.Equal(("", "130", "130"), (explained.Figure.AsWas.Value, explained.Figure.Value, explained.Sum));
    }

    [Fact]
    public async Task who_passes_and_does_not_go_on_is_missed_by_nobody_after()
    {
        await Register(Golden, "2022-01-01");
        await _nest.Local.PassAccepted(Hamilton, "2022-01-01", (Golden, ""));

        Assert.Equal("2021-12-31", (await _nest.Local.Nest.GetInitiativeAsync(new GetInitiativeRequest { Initiative = Hamilton })).Alignments.Single().Until);
        await Until(
            () => _nest.Provincial.Explain(Ontario, "2022"),
            each => each.Missing.Any(missing => missing.Initiative == Golden) && each.Missing.All(missing => missing.Initiative != Hamilton));
        Assert.Contains((await _nest.Provincial.Explain(Ontario, "2021")).Missing, missing => missing.Initiative == Hamilton);
    }

    [Fact]
    public async Task a_split_divides_the_past_by_weight_and_its_parts_add_up()
    {
        await Report((Hamilton, "2020", "100"));
        await Register(East, "2022-01-01");
        await Register(West, "2022-01-01");
        await _nest.Local.PassAccepted(Hamilton, "2022-01-01", (East, "1"), (West, "2"));

        Assert.Equal(("2020 33.333333333", "2020 66.666666667"), ((await _nest.Local.Restated(East)).Figures(), (await _nest.Local.Restated(West)).Figures()));
        await Until(() => _nest.Provincial.Restated(Ontario), series => series.Figures() == "2020 100");
        var rule = Assert.Single((await _nest.Local.Restated(East)).Rules).Succession;
        Assert.Equal((Hamilton, "2022-01-01", "1", "2"), (rule.Initiative, rule.Day, rule.Shares[0].Weight, rule.Shares[1].Weight));
    }

    [Fact]
    public async Task who_goes_on_with_less_keeps_its_share_and_its_alignments()
    {
        await Report((Hamilton, "2020", "100"), (Hamilton, "2022", "60"));
        await Register(East, "2022-01-01");
        await _nest.Local.PassAccepted(Hamilton, "2022-01-01", (Hamilton, "3"), (East, "1"));

        Assert.Equal("2020 75, 2022 60", (await _nest.Local.Restated(Hamilton)).Figures());
        Assert.Equal("2020 25", (await _nest.Local.Restated(East)).Figures());
        Assert.Empty((await _nest.Local.Nest.GetInitiativeAsync(new GetInitiativeRequest { Initiative = Hamilton })).Alignments.Single().Until);
    }

    [Fact]
    public async Task a_succession_stands_once_all_have_accepted_it_as_it_is()
    {
        await Report((Hamilton, "2020", "100"));
        await Register(East, "2022-01-01");
        await Register(West, "2022-01-01");
        var proposed = await _nest.Local.Pass(Hamilton, Passing("2022-01-01", (East, "1"), (West, "1")));
        await _nest.Local.Answer(East, proposed);
        var declined = await _nest.Local.Answer(West, proposed, Answer.Declined, "The harbour is missing");
        var changed = proposed.Clone();
        changed.Successors[1].Weight = "3";
        var other = await _nest.Local.Pass(Hamilton, changed);

        Assert.Equal((State.Proposed, State.Declined, State.Proposed), (proposed.State, declined.State, other.State));
        Assert.Empty((await _nest.Local.Restated(West)).Figures());
        await _nest.Local.Answer(West, other);
        Assert.Equal(State.Standing, (await _nest.Local.Answer(East, other)).State);
        Assert.Equal("2020 75", (await _nest.Local.Restated(West)).Figures());
        var late = await Refusal(() => _nest.Local.Answer(East, proposed));
        Assert.Equal((StatusCode.Aborted, "revision"), (late.Code, late.Fault.Field));
        var unread = await Refusal(() => _nest.Local.Pass(Hamilton, proposed));
        Assert.Equal((StatusCode.Aborted, "revision"), (unread.Code, unread.Fault.Field));
    }

    [Fact]
    public async Task a_place_that_merges_into_one_of_another_node_takes_its_figures_there_though_that_was_away()
    {
        await using var other = await _nest.StartOtherLocalAsync();
        var proposed = await PassToBurlington(other);
        await _nest.StopLocalAsync();
        await other.Answer(Burlington, proposed);
        await Until(() => other.Restated(Burlington), series => series.Figures() == "2020 30");
        await _nest.StartLocalAsync();
        await Until(() => _nest.Local.History.GetHistoryAsync(new GetHistoryRequest { Initiative = Hamilton }).ResponseAsync, history => history.PassedInto[0].State == State.Standing);
        await _nest.Local.Say(Hamilton, "2020", Figure("37"));

        Assert.Equal("2020 37", (await Until(() => other.Restated(Burlington), series => series.Figures() == "2020 37")).Figures());
        Assert.Empty((await other.Series(Burlington)).Points);
        foreach (var node in new[] { other, _nest.Local, _nest.Provincial, _nest.National }) Assert.Empty(await node.Faults());
    }

    [Fact]
    public async Task who_was_not_asked_gets_nothing_of_anothers_figures()
    {
        await using var other = await _nest.StartOtherLocalAsync();
        var proposed = await PassToBurlington(other);
        await other.Answer(Burlington, proposed, Answer.Declined, "We are not ready");
        await _nest.Local.Say(Hamilton, "2021", Figure("31"));
        await Until(() => _nest.National.Value(Canada, "2021"), value => value == "31");
        // What is said after it has come, and the figures have not.
        await _nest.National.Define(Canada, "last");
        await Until(() => other.Measurement.ListIndicatorsAsync(new ListIndicatorsRequest { Initiative = Burlington }).ResponseAsync, list => list.Indicators.Count == 2);

        Assert.Empty((await other.Restated(Burlington)).Points);
        var (code, _) = await Refusal(() => other.Series(Hamilton));
        Assert.Equal(StatusCode.FailedPrecondition, code);
    }

    [Fact]
    public async Task successions_are_listed_by_state_page_by_page()
    {
        await Register(East, "");
        await Register(West, "");
        foreach (var day in new[] { "2021-01-01", "2022-01-01", "2023-01-01" })
            await _nest.Local.Pass(Hamilton, Passing(day, (Hamilton, "1"), (East, "1")));
        await _nest.Local.PassAccepted(Toronto, "2022-06-01", (Toronto, "1"), (West, "1"));

        List<string> seen = [];
        var token = "";
        do
        {
            var page = await _nest.Local.History.ListSuccessionsAsync(new ListSuccessionsRequest { Initiative = Ontario, Below = true, PageSize = 2, PageToken = token });
            seen.AddRange(page.Successions.Select(each => $"{each.Initiative} {each.Day}"));
            token = page.NextPageToken;
        }
        while (token.Length > 0);

        Assert.Equal([$"{Hamilton} 2021-01-01", $"{Hamilton} 2022-01-01", $"{Hamilton} 2023-01-01", $"{Toronto} 2022-06-01"], seen);
        var standing = await _nest.Local.History.ListSuccessionsAsync(new ListSuccessionsRequest { Initiative = Ontario, Below = true, State = State.Standing });
        Assert.Equal(Toronto, Assert.Single(standing.Successions).Initiative);
        Assert.Equal(3, (await _nest.Local.History.ListSuccessionsAsync(new ListSuccessionsRequest { Initiative = East })).Successions.Count);
    }

    [Fact]
    public async Task a_succession_that_is_taken_back_leaves_figures_where_they_were()
    {
        await Report((Hamilton, "2020", "100"));
        await Register(East, "2022-01-01");
        var proposed = await _nest.Local.Pass(Hamilton, Passing("2022-01-01", (Hamilton, "1"), (East, "1")));
        await _nest.Local.Answer(East, proposed);
        Assert.Equal("2020 50", (await _nest.Local.Restated(Hamilton)).Figures());

        await _nest.Local.History.RemoveSuccessionAsync(new RemoveSuccessionRequest { Initiative = Hamilton, Day = "2022-01-01", Revision = proposed.Revision });

        Assert.Equal("2020 100", (await _nest.Local.Restated(Hamilton)).Figures());
        Assert.Empty((await _nest.Local.Restated(East)).Points);
    }

    [Theory]
    [InlineData("ca.on.hamilton", "", "2022-01-01", "succession.successors")]
    [InlineData("ca.on", "", "2022-01-01", "succession.successors[0].initiative")]
    [InlineData("ca.on.nowhere", "", "2022-01-01", "succession.successors[0].initiative")]
    [InlineData("ca.on.toronto", "0", "2022-01-01", "succession.successors[0].weight")]
    [InlineData("ca.on.toronto", "a half", "2022-01-01", "succession.successors[0].weight")]
    [InlineData("ca.on.toronto", "1", "", "succession.day")]
    [InlineData("ca.on.toronto", "1", "2022-02-30", "succession.day")]
    public async Task a_succession_that_cannot_be_is_refused_by_its_field(string into, string weight, string day, string field)
    {
        var (_, fault) = await Refusal(() => _nest.Local.Pass(Hamilton, Passing(day, (into, weight))));

        Assert.Equal(field, fault.Field);
        Assert.Empty((await _nest.Local.History.GetHistoryAsync(new GetHistoryRequest { Initiative = Hamilton })).PassedInto);
    }

    [Fact]
    public async Task several_successors_need_weights_and_what_these_are()
    {
        var bare = Passing("2022-01-01", (Hamilton, "1"), (Toronto, "1"));
        bare.Basis = null;

        Assert.Equal("succession.basis", (await Refusal(() => _nest.Local.Pass(Hamilton, bare))).Fault.Field);
        Assert.Equal("succession.successors[1].weight", (await Refusal(() => _nest.Local.Pass(Hamilton, Passing("2022-01-01", (Hamilton, "1"), (Toronto, ""))))).Fault.Field);
    }

    [Fact]
    public async Task a_value_is_not_restated()
    {
        await _nest.Local.Define(Hamilton, "median-rent", V1.Indicator.Types.Kind.Value);

        var (code, fault) = await Refusal(() => _nest.Local.Restated(Hamilton, indicator: "median-rent"));

        Assert.Equal((StatusCode.FailedPrecondition, "indicator"), (code, fault.Field));
    }

    /// <summary>Hamilton, which has reported 30 for 2020, is to pass into an initiative of another node, which has heard of it.</summary>
    private async Task<InitiativeSuccession> PassToBurlington(TestNode other)
    {
        await other.Register(Burlington, Level.Local, Ontario);
        await Report((Hamilton, "2020", "30"));
        await Until(() => _nest.Local.Nest.GetInitiativeAsync(new GetInitiativeRequest { Initiative = Burlington }).ResponseAsync, _ => true);
        var proposed = await _nest.Local.Pass(Hamilton, Passing("2022-01-01", (Burlington, "")));
        await Until(() => other.History.GetHistoryAsync(new GetHistoryRequest { Initiative = Burlington }).ResponseAsync, history => history.CameFrom.Count == 1);
        return proposed;
    }

    private async Task Report(params (string Initiative, string Period, string Value)[] figures)
    {
        foreach (var (initiative, period, value) in figures) await _nest.Local.Say(initiative, period, Figure(value));
    }

    private async Task Register(string id, string from) => await _nest.Local.Nest.RegisterInitiativeAsync(new RegisterInitiativeRequest
    {
        Initiative = id,
        Level = Level.Local,
        Name = new Text { En = id },
        Alignments = { new Alignment { Parent = Ontario, From = from } },
        Holds = { Function.EstablishSharedMeasurement },
    });
}
