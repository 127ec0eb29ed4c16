using CollectiveImpact.Backbone.Tests.Network;
using Grpc.Core;
using static CollectiveImpact.Backbone.Tests.Network.Words;
using State = CollectiveImpact.V1.ChangeProposal.Types.State;

namespace CollectiveImpact.Backbone.Tests.Proposals;

/// <summary>What a local asks of those that hold a function, and what comes back.</summary>
public sealed class ProposalTests(NodeStores stores) : IClassFixture<NodeStores>, IAsyncLifetime
{
    private const string Hamilton = "ca.on.hamilton", Toronto = "ca.on.toronto";
    private TestNest _nest = null!;

    public async Task InitializeAsync() => _nest = await TestNest.StartAsync(stores);

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task an_accepted_indicator_is_defined_and_the_answer_comes_back()
    {
        var made = await Propose(Rent());
        Assert.Equal((State.Open, "ca", 0), (made.State, made.Holder, made.AgeDays));

        var answered = await Until(() => Answer(made, State.Accepted), _ => true);

        Assert.Equal("indicator ca/rent", answered.Answer.Result);
        Assert.Equal("rent", (await _nest.National.Measurement.ListIndicatorsAsync(new ListIndicatorsRequest { Initiative = "ca" })).Indicators[1].Indicator_);
        var heard = await Until(() => Get(_nest.Local), proposal => proposal.State == State.Accepted);
        Assert.Equal("ca", heard.Answer.AnsweredBy);
    }

    [Fact]
    public async Task an_adapted_one_is_done_as_the_holder_says()
    {
        var made = await Propose(Rent());
        var adapted = new Change(made.Change);
        adapted.Indicator.Name = new Text { En = "Rent paid", Fr = "Loyer payé" };

        await Until(() => Answer(made, State.Adapted, "a clearer name", adapted), _ => true);

        var heard = await Until(() => Get(_nest.Local), proposal => proposal.State == State.Adapted);
        Assert.Equal(("a clearer name", "Rent paid"), (heard.Answer.Reason.En, heard.Answer.Change.Indicator.Name.En));
        var defined = await Until(
            async () => await _nest.Local.Measurement.ListIndicatorsAsync(new ListIndicatorsRequest { Initiative = Hamilton }), list => list.Indicators.Count == 2);
        Assert.Equal("Loyer payé", defined.Indicators[1].Name.Fr);
    }

    [Fact]
    public async Task an_indicator_that_has_been_defined_meanwhile_is_not_overwritten()
    {
        var made = await Propose(Rent());
        await Until(() => Get(_nest.National), _ => true);
        await _nest.National.Define("ca", "rent");

        var (code, fault) = await Refusal(() => Answer(made, State.Accepted));

        Assert.Equal((StatusCode.FailedPrecondition, "change.indicator.revision"), (code, fault.Field));
        Assert.Equal(State.Open, (await Get(_nest.National)).State);
        var adapted = new Change(made.Change);
        adapted.Indicator.Revision = 1;
        Assert.Equal(State.Adapted, (await Answer(made, State.Adapted, "with its unit in dollars", adapted)).State);
        var defined = (await _nest.National.Measurement.ListIndicatorsAsync(new ListIndicatorsRequest { Initiative = "ca" })).Indicators[1];
        Assert.Equal(("dollars", 2), (defined.Unit.En, defined.Revision));
    }

    [Fact]
    public async Task a_declined_one_does_nothing_and_needs_a_reason()
    {
        var made = await Propose(Rent());
        var (code, fault) = await Refusal(() => Until(() => Answer(made, State.Declined), _ => true));
        Assert.Equal((StatusCode.InvalidArgument, "reason"), (code, fault.Field));

        await Answer(made, State.Declined, "it is measured already");

        await Until(() => Get(_nest.Local), proposal => proposal is { State: State.Declined, Answer.Reason.En: "it is measured already" });
        Assert.Single((await _nest.National.Measurement.ListIndicatorsAsync(new ListIndicatorsRequest { Initiative = "ca" })).Indicators);
    }

    [Fact]
    public async Task open_ones_are_listed_at_both_ends_with_their_age_the_oldest_first()
    {
        await Propose(Rent());
        _nest.Clock.Ahead = TimeSpan.FromDays(3);
        await Propose(new ChangeProposal(Rent()) { Proposal = "a-later-one" });

        var received = await Until(() => List(_nest.National, "ca", ListProposalsRequest.Types.Side.Received), list => list.Proposals.Count == 2);
        var made = await List(_nest.Local, Hamilton, ListProposalsRequest.Types.Side.Made);

        Assert.Equal([("rent", 3), ("a-later-one", 0)], made.Proposals.Select(proposal => (proposal.Proposal, proposal.AgeDays)));
        Assert.Equal(made.Proposals, received.Proposals);
        await Answer(made.Proposals[0], State.Accepted);
        Assert.Equal("a-later-one", Assert.Single((await List(_nest.National, "ca", ListProposalsRequest.Types.Side.Received)).Proposals).Proposal);
        await Until(() => List(_nest.Local, Hamilton, ListProposalsRequest.Types.Side.Made), list => list.Proposals.Count == 1);
    }

    [Fact]
    public async Task whoever_holds_the_function_now_is_the_one_who_answers()
    {
        await _nest.Local.Charter.HandOverAsync(new HandOverRequest { Initiative = Toronto, Function = Function.EstablishSharedMeasurement, To = { "ca.on" } });
        await Until(() => _nest.Provincial.Accept(Toronto, "ca.on"), _ => true);
        await Until(() => _nest.Local.Holding(Toronto), state => state.Writer == "ca.on");

        var made = await Propose(new ChangeProposal(Rent()) { Initiative = Toronto, Change = null });

        Assert.Equal("ca.on", made.Holder);
        await Until(() => List(_nest.Provincial, "ca.on", ListProposalsRequest.Types.Side.Received), list => list.Proposals.Count == 1);
        Assert.Equal("ca.on", (await Refusal(() => Answer(made, State.Accepted, at: _nest.Local))).Fault.Holder);
        Assert.Equal(State.Accepted, (await Answer(made, State.Accepted, at: _nest.Provincial)).State);
        await Until(() => Get(_nest.Local), proposal => proposal.State == State.Accepted);
    }

    [Fact]
    public async Task what_has_changed_since_it_was_read_is_not_answered()
    {
        var made = await Propose(Rent());
        await Until(() => Get(_nest.National), _ => true);
        await Propose(new ChangeProposal(made) { Title = new Text { En = "Rent, but by month" } });
        await Until(() => Get(_nest.National), proposal => proposal.Revision == "0.2");

        var (code, fault) = await Refusal(() => Answer(made, State.Accepted));

        Assert.Equal((StatusCode.Aborted, "revision"), (code, fault.Field));
    }

    [Fact]
    public async Task an_answer_said_again_is_the_same_and_another_is_refused()
    {
        var made = await Propose(Rent());
        var first = await Until(() => Answer(made, State.Accepted), _ => true);
        Assert.Equal(first, await Answer(made, State.Accepted));
        Assert.Equal(StatusCode.FailedPrecondition, (await Refusal(() => Answer(made, State.Declined, "no"))).Code);
        await Until(() => Get(_nest.Local), proposal => proposal.State == State.Accepted);
        Assert.Equal(StatusCode.FailedPrecondition, (await Refusal(() => Propose(new ChangeProposal(made) { Title = new Text { En = "again" } }))).Code);
    }

    [Fact]
    public async Task a_withdrawn_one_is_gone_at_both_ends()
    {
        var made = await Propose(Rent());
        await Until(() => Get(_nest.National), _ => true);
        await _nest.Local.Proposals.WithdrawProposalAsync(new WithdrawProposalRequest { By = Hamilton, Proposal = "rent", Revision = made.Revision });

        await Until(() => List(_nest.National, "ca", ListProposalsRequest.Types.Side.Received), list => list.Proposals.Count == 0);
        Assert.Equal(StatusCode.NotFound, (await Refusal(() => Get(_nest.Local))).Code);
    }

    [Fact]
    public async Task a_node_that_was_cut_off_hears_of_the_answer_when_it_is_back()
    {
        var made = await Propose(Rent());
        await Until(() => Get(_nest.National), _ => true);
        await _nest.StopLocalAsync();
        await Answer(made, State.Declined, "not now");
        await _nest.StartLocalAsync();

        await Until(() => Get(_nest.Local), proposal => proposal.State == State.Declined);
    }

    [Fact]
    public async Task the_holder_itself_need_not_propose()
    {
        var (code, fault) = await Refusal(() => Propose(new ChangeProposal(Rent()) { Initiative = Hamilton }));
        Assert.Equal((StatusCode.FailedPrecondition, "proposal.function", Hamilton), (code, fault.Field, fault.Holder));
    }

    [Theory]
    [InlineData("proposal.title")]
    [InlineData("proposal.proposal")]
    [InlineData("proposal.initiative")]
    [InlineData("proposal.function")]
    [InlineData("proposal.change.indicator.kind")]
    [InlineData("proposal.change")]
    public async Task a_field_at_fault_is_named_and_nothing_is_stored(string field)
    {
        var proposal = Rent();
        if (field == "proposal.title") proposal.Title = null;
        if (field == "proposal.proposal") proposal.Proposal = "Rent!";
        if (field == "proposal.initiative") proposal.Initiative = "ca.on.london";
        if (field == "proposal.function") proposal.Function = Function.Unspecified;
        if (field == "proposal.change.indicator.kind") proposal.Change.Indicator.Kind = Indicator.Types.Kind.Unspecified;
        if (field == "proposal.change") proposal.Function = Function.AdvancePolicy;
        var head = _nest.Local.Log.Head;

        var (_, fault) = await Refusal(() => Propose(proposal));

        Assert.Equal(field, fault.Field);
        Assert.Equal(head, _nest.Local.Log.Head);
    }

    private static ChangeProposal Rent() => new()
    {
        By = Hamilton,
        Proposal = "rent",
        Initiative = "ca",
        Function = Function.EstablishSharedMeasurement,
        Title = new Text { En = "Measure rent", Fr = "Mesurer le loyer" },
        Reason = new Text { En = "It drives need." },
        Change = new Change
        {
            Indicator = new Indicator
            {
                Indicator_ = "rent",
                Name = new Text { En = "Rent", Fr = "Loyer" },
                Unit = new Text { En = "dollars" },
                Kind = Indicator.Types.Kind.Count,
                PeriodKind = Indicator.Types.PeriodKind.Year,
            },
        },
    };

    private Task<ChangeProposal> Propose(ChangeProposal proposal) => _nest.Local.Propose(proposal);

    private Task<ChangeProposal> Answer(ChangeProposal proposal, State state, string reason = "", Change? change = null, TestNode? at = null) =>
        (at ?? _nest.National).Answer(proposal, state, reason, change);

    private static async Task<ChangeProposal> Get(TestNode node) =>
        await node.Proposals.GetProposalAsync(new GetProposalRequest { By = Hamilton, Proposal = "rent" });

    private static async Task<ListProposalsResponse> List(TestNode node, string initiative, ListProposalsRequest.Types.Side side) =>
        await node.Proposals.ListProposalsAsync(new ListProposalsRequest { Initiative = initiative, Side = side, Open = true });
}
