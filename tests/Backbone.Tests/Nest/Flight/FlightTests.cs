using CollectiveImpact.Backbone.Tests.Network;
using Grpc.Core;
using static CollectiveImpact.Backbone.Tests.Activities.Acting;
using static CollectiveImpact.Backbone.Tests.Network.Words;
using Phase = CollectiveImpact.V1.NestPhase.Types.Phase;
using PlanState = CollectiveImpact.V1.PlannedHandOver.Types.State;

namespace CollectiveImpact.Backbone.Tests.Nest.Flight;

/// <summary>From nest to flight, over three real services.</summary>
public sealed class FlightTests(NodeStores stores) : IClassFixture<NodeStores>, IAsyncLifetime
{
    private const Function Measurement = Function.EstablishSharedMeasurement, Resources = Function.MobilizeResources;

    private TestNest _nest = null!;

    public async Task InitializeAsync() => _nest = await TestNest.StartAsync(stores);

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task a_local_goes_from_developing_through_two_hand_overs_to_equal_learner_and_both_ends_see_it()
    {
        await Carry(Measurement);
        await Carry(Resources);
        var early = await Refusal(() => Move(Phase.TakingOver));
        await Plan(Measurement, judge: Hamilton);
        var second = await Plan(Resources, judge: Ontario);
        var taking = await Move(Phase.TakingOver, number: 0);
        var soon = await Refusal(() => Move(Phase.EqualLearners, number: 1));

        await Judge(Ontario, second.Revision, ready: true);
        await Until(() => Listed(_nest.Local, Hamilton), plans => plans.Plans.Any(plan => plan.State == PlanState.Ready));
        foreach (var function in new[] { Measurement, Resources })
            await _nest.Provincial.Charter.HandOverAsync(new HandOverRequest { Initiative = Hamilton, Function = function, To = { Hamilton } });
        await Until(() => Listed(_nest.Local, Hamilton), plans => plans.Plans.All(plan => plan.State == PlanState.Done));
        var equal = await Move(Phase.EqualLearners, number: 1);

        Assert.Equal((StatusCode.FailedPrecondition, "phase"), (early.Code, early.Fault.Field));
        Assert.Equal((StatusCode.FailedPrecondition, Ontario), (soon.Code, soon.Fault.Holder));
        Assert.Equal((1, 2), (taking.Number, equal.Number));
        var seen = await Until(
            () => _nest.Provincial.Flight.ListPhasesAsync(new ListPhasesRequest { Initiative = Ontario, Children = true, Phase = Phase.EqualLearners }).ResponseAsync,
            list => list.Phases.Count == 1);
        Assert.Equal(equal, seen.Phases[0]);
        var history = await _nest.Local.Flight.GetPhaseHistoryAsync(new GetPhaseHistoryRequest { Initiative = Hamilton, Parent = Ontario });
        Assert.Equal([Phase.TakingOver, Phase.EqualLearners], history.Phases.Select(phase => phase.Phase));
    }

    [Fact]
    public async Task a_phase_goes_back_with_a_reason_and_not_without()
    {
        await Move(Phase.EqualLearners, number: 0);

        var (code, fault) = await Refusal(() => Move(Phase.Developing, number: 1));
        var back = await Move(Phase.Developing, number: 1, reason: "Both of our staff have left");

        Assert.Equal((StatusCode.InvalidArgument, "reason"), (code, fault.Field));
        Assert.Equal(("Both of our staff have left", 2), (back.Reason.En, back.Number));
    }

    [Fact]
    public async Task two_who_move_a_phase_at_once_do_not_both()
    {
        await Move(Phase.EqualLearners, number: 0);

        var (code, fault) = await Refusal(() => Move(Phase.EqualLearners, number: 0));

        Assert.Equal((StatusCode.Aborted, "number"), (code, fault.Field));
    }

    [Fact]
    public async Task phases_follow_each_other_in_time_and_are_of_alignments_that_there_are()
    {
        await Move(Phase.EqualLearners, number: 0, since: "2026-01-10");

        Assert.Equal("since", (await Refusal(() => Move(Phase.Developing, 1, "Because", "2026-01-09"))).Fault.Field);
        Assert.Equal("since", (await Refusal(() => Move(Phase.Developing, 1, "Because", _nest.Day(2)))).Fault.Field);
        var stranger = await Refusal(async () => await _nest.Local.Flight.MovePhaseAsync(new MovePhaseRequest { Initiative = Hamilton, Parent = Quebec, Phase = Phase.Developing }));
        Assert.Equal((StatusCode.NotFound, "parent"), (stranger.Code, stranger.Fault.Field));
    }

    [Fact]
    public async Task only_who_was_named_judges_and_only_the_plan_that_stands()
    {
        await Carry(Resources);
        var plan = await Plan(Resources, judge: Ontario);
        await Until(() => Listed(_nest.Provincial, Ontario, below: true), list => list.Plans.Count == 1);

        var other = await Refusal(async () => await _nest.Provincial.Flight.JudgeReadinessAsync(
            new JudgeReadinessRequest { Judge = Quebec, Initiative = Hamilton, Function = Resources, Revision = plan.Revision, Ready = true, Reason = new Text { En = "Yes" } }));
        await Judge(Ontario, plan.Revision, ready: false);
        Assert.Equal(PlanState.NotReady, (await Until(() => Listed(_nest.Local, Hamilton), list => list.Plans[0].Judgement is not null)).Plans[0].State);
        var changed = await Plan(Resources, judge: Ontario, ready: "Two audits in order", revision: plan.Revision);
        await Until(() => Listed(_nest.Provincial, Ontario, below: true), list => list.Plans[0].Revision == changed.Revision);
        var late = await Refusal(() => Judge(Ontario, plan.Revision, ready: true));

        Assert.Equal((StatusCode.FailedPrecondition, "judge"), (other.Code, other.Fault.Field));
        Assert.Equal((StatusCode.Aborted, "revision"), (late.Code, late.Fault.Field));
        // What was judged was another plan.
        Assert.Null(changed.Judgement);
    }

    [Fact]
    public async Task a_plan_whose_day_is_over_is_overdue_and_one_for_what_is_held_already_is_refused()
    {
        var held = await Refusal(() => Plan(Measurement, judge: Hamilton));
        await Plan(Resources, judge: Hamilton, day: "2026-01-02");

        Assert.Equal((StatusCode.FailedPrecondition, "plan.function"), (held.Code, held.Fault.Field));
        Assert.Equal(PlanState.Overdue, Assert.Single((await Listed(_nest.Local, Hamilton)).Plans).State);
        Assert.Equal("plan.judge", (await Refusal(() => Plan(Resources, judge: Quebec))).Fault.Field);
    }

    [Fact]
    public async Task the_grid_of_practice_has_twenty_cells_and_is_at_the_first_phase_that_is_not_done()
    {
        foreach (var component in Enum.GetValues<PracticeComponent>().Skip(1)) await Save(PracticePhase.AssessReadiness, component, PracticeCell.Types.State.Done);
        var read = await Save(PracticePhase.InitiateAction, PracticeComponent.StrategicPlanning, PracticeCell.Types.State.Begun);
        await Save(PracticePhase.InitiateAction, PracticeComponent.StrategicPlanning, PracticeCell.Types.State.Done, read.Revision);

        var grid = await _nest.Local.Flight.GetPracticeGridAsync(new GetPracticeGridRequest { Initiative = Hamilton });
        var (code, fault) = await Refusal(() => Save(PracticePhase.InitiateAction, PracticeComponent.StrategicPlanning, PracticeCell.Types.State.NotBegun, read.Revision));

        Assert.Equal((20, PracticePhase.InitiateAction), (grid.Cells.Count, grid.At));
        Assert.Equal((StatusCode.Aborted, "revision"), (code, fault.Field));
    }

    [Fact]
    public async Task what_is_kept_of_the_grid_is_in_no_other_nodes_log_and_a_node_that_was_cut_off_hears_the_rest()
    {
        await Save(PracticePhase.Sustain, PracticeComponent.CommunityInvolvement, PracticeCell.Types.State.Begun, sharing: Sharing.Kept);
        await _nest.StopNationalAsync();
        await Save(PracticePhase.Sustain, PracticeComponent.StrategicPlanning, PracticeCell.Types.State.Begun, sharing: Sharing.Shared);
        await _nest.StartNationalAsync();

        await Until(
            () => _nest.National.Flight.GetPracticeGridAsync(new GetPracticeGridRequest { Initiative = Hamilton }).ResponseAsync,
            grid => grid.Cells.Count(cell => cell.State == PracticeCell.Types.State.Begun) == 1);
        foreach (var node in new[] { _nest.Provincial, _nest.National })
            Assert.DoesNotContain(node.Log.Read(reader => reader.DocumentsAfter(0, int.MaxValue)), document => document.Key.Kind == "practice-cell-kept");
        Assert.Contains(_nest.Local.Log.Read(reader => reader.DocumentsAfter(0, int.MaxValue)), document => document.Key.Kind == "practice-cell-kept");
    }

    [Fact]
    public async Task the_map_of_the_nest_tells_who_carries_what_where_nobody_does_and_what_lapses()
    {
        await Carry(Measurement);
        await _nest.Provincial.Charter.DeclareAsync(new DeclareRequest { Initiative = Quebec, Function = Resources, Holders = { Quebec }, Until = _nest.Day(60) });
        await Until(() => Map(GetNestMapRequest.Types.Only.Lapsing), map => map.Entries.Count == 1);
        var carried = await Until(() => Map(GetNestMapRequest.Types.Only.Carried), map => map.Entries.Count == 1);

        Assert.Equal((Hamilton, Measurement, Ontario), (carried.Entries[0].Initiative, carried.Entries[0].Function, carried.Entries[0].Writer));
        var measurement = carried.Counts.Single(count => count.Function == Measurement);
        Assert.Equal((5, 1, 0), (measurement.Own, measurement.Carried, measurement.Gaps));
        var resources = carried.Counts.Single(count => count.Function == Resources);
        Assert.Equal((1, 5, 1), (resources.Own, resources.Gaps, resources.Lapsing));
        var gaps = await All<NestMap.Types.Entry>(async token =>
        {
            var page = await _nest.National.Flight.GetNestMapAsync(new GetNestMapRequest { Initiative = Canada, Only = GetNestMapRequest.Types.Only.Gaps, PageSize = 7, PageToken = token });
            return (page.Entries, page.NextPageToken);
        });
        Assert.Equal(29, gaps.Count);
        Assert.Equal(29, gaps.Select(entry => (entry.Initiative, entry.Function)).Distinct().Count());
    }

    private Task<NestMap> Map(GetNestMapRequest.Types.Only only) =>
        _nest.National.Flight.GetNestMapAsync(new GetNestMapRequest { Initiative = Canada, Only = only }).ResponseAsync;

    /// <summary>Ontario holds a function for Hamilton.</summary>
    private async Task Carry(Function function)
    {
        await _nest.Local.Charter.DeclareAsync(new DeclareRequest { Initiative = Hamilton, Function = function, Holders = { Ontario } });
        await Until(
            async () => await _nest.Provincial.Charter.RespondAsync(
                new RespondRequest { Initiative = Hamilton, Function = function, Responder = Ontario, Answer = RespondRequest.Types.Answer.Accept }),
            _ => true);
        foreach (var node in new[] { _nest.Local, _nest.Provincial })
            await Until(
                async () => (await node.Charter.GetFunctionMapAsync(new GetFunctionMapRequest { Initiative = Hamilton })).Functions.Single(state => state.Function == function),
                state => state is { Writer: Ontario, State: FunctionState.Types.State.Held });
    }

    private async Task<NestPhase> Move(Phase phase, int number = 0, string reason = "", string since = "") => await _nest.Local.Flight.MovePhaseAsync(new MovePhaseRequest
    {
        Initiative = Hamilton,
        Parent = Ontario,
        Phase = phase,
        Number = number,
        Reason = new Text { En = reason },
        Since = since,
    });

    private async Task<PlannedHandOver> Plan(Function function, string judge, string ready = "A figure a month, for half a year", string revision = "", string day = "2027-01-01") =>
        await _nest.Local.Flight.PlanHandOverAsync(new PlanHandOverRequest
        {
            Initiative = Hamilton,
            Plan = new PlannedHandOver { Function = function, Day = day, ReadyWhen = new Text { En = ready }, Judge = judge, Revision = revision },
        });

    private async Task<PlannedHandOver> Judge(string judge, string revision, bool ready)
    {
        // The plan is the local's, and has to come first.
        await Until(() => Listed(_nest.Provincial, Hamilton), list => list.Plans.Any(plan => plan.Function == Resources));
        return await _nest.Provincial.Flight.JudgeReadinessAsync(new JudgeReadinessRequest
        {
            Judge = judge,
            Initiative = Hamilton,
            Function = Resources,
            Revision = revision,
            Ready = ready,
            Reason = new Text { En = "We looked at the books together" },
        });
    }

    private async Task<PracticeCell> Save(PracticePhase phase, PracticeComponent component, PracticeCell.Types.State state, string revision = "", Sharing sharing = Sharing.Unspecified) =>
        await _nest.Local.Flight.SavePracticeCellAsync(new SavePracticeCellRequest
        {
            Initiative = Hamilton,
            Cell = new PracticeCell { Phase = phase, Component = component, State = state, Revision = revision, Sharing = sharing },
        });

    private static Task<ListPlannedHandOversResponse> Listed(TestNode node, string initiative, bool below = false) =>
        node.Flight.ListPlannedHandOversAsync(new ListPlannedHandOversRequest { Initiative = initiative, Below = below }).ResponseAsync;
}
