using CollectiveImpact.Backbone.Tests.Agenda;
using CollectiveImpact.Backbone.Tests.Network;
using Grpc.Core;
using static CollectiveImpact.Backbone.Tests.Agenda.AgendaWords;
using static CollectiveImpact.Backbone.Tests.Network.Words;
using State = CollectiveImpact.V1.ChangeProposal.Types.State;

namespace CollectiveImpact.Backbone.Tests.Proposals;

/// <summary>Clauses that others propose for an agenda, and what the holder's draft says once they are answered.</summary>
public sealed class ProposedClauseTests(NodeStores stores) : IClassFixture<NodeStores>, IAsyncLifetime
{
    private static Clause Homes => Goal("homes", "1", "Homes");

    private static Clause Rents => Goal("rents", "10", "Rents");

    private TestNest _nest = null!;

    public async Task InitializeAsync()
    {
        _nest = await TestNest.StartAsync(stores);
        await _nest.National.Guide(Canada, Canada);
        await _nest.National.PutInForce(Canada, Homes, Rents);
    }

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task an_accepted_new_clause_goes_into_the_draft_after_those_of_lower_numbers()
    {
        var made = await Propose(null, Goal("repairs", "2", "Repairs"));

        var answered = await _nest.National.Answer(made, State.Accepted);

        Assert.Equal("clause ca/repairs", answered.Answer.Result);
        Assert.Equal(["homes", "repairs", "rents"], (await Draft()).Clauses.Select(clause => clause.Clause_));
        Assert.Equal(2, (await _nest.National.Get(Canada)).Clauses.Count);
        await _nest.Local.Heard(made, State.Accepted);
    }

    [Fact]
    public async Task an_accepted_change_of_a_clause_stays_in_its_place_in_the_draft()
    {
        var made = await Propose(Homes, Goal("homes", "20", "Homes for all"));

        await _nest.National.Answer(made, State.Accepted);

        Assert.Equal([("homes", "20", "Homes for all"), ("rents", "10", "Rents")], (await Draft()).Clauses.Select(clause => (clause.Clause_, clause.Number, clause.Text.En)));
    }

    [Fact]
    public async Task a_clause_that_has_been_rewritten_in_the_draft_is_not_overwritten_and_can_be_adapted()
    {
        var made = await Propose(Homes, Goal("homes", "1", "Homes for all"));
        var rewritten = Goal("homes", "1", "Homes by 2030");
        var draft = await Rewrite(rewritten, Rents);

        var (code, fault) = await Refusal(() => _nest.National.Answer(made, State.Accepted));

        Assert.Equal((StatusCode.FailedPrecondition, "change.clause.before"), (code, fault.Field));
        Assert.Equal(draft, await Draft());
        Assert.Equal(State.Open, (await _nest.National.Known(made)).State);
        var adapted = Changed(rewritten, Goal("homes", "1", "Homes for all by 2030"));
        await _nest.National.Answer(made, State.Adapted, "both", adapted);
        Assert.Equal("Homes for all by 2030", (await Draft()).Clauses[0].Text.En);
        Assert.Equal(adapted, (await _nest.Local.Heard(made, State.Adapted)).Answer.Change);
    }

    [Fact]
    public async Task a_clause_that_has_left_the_draft_is_not_brought_back()
    {
        var made = await Propose(Rents, Goal("rents", "10", "Fair rents"));
        await Rewrite(Homes);

        var (code, fault) = await Refusal(() => _nest.National.Answer(made, State.Accepted));

        Assert.Equal((StatusCode.FailedPrecondition, "change.clause.before"), (code, fault.Field));
        Assert.Single((await Draft()).Clauses);
    }

    [Theory]
    [InlineData("rents", "2", "change.clause.after.clause")]
    [InlineData("fair-rents", "10", "change.clause.after.number")]
    public async Task a_new_clause_does_not_take_the_id_or_the_number_of_another(string id, string number, string field)
    {
        var made = await Propose(null, Goal(id, number, "Fair rents"));

        var (code, fault) = await Refusal(() => _nest.National.Answer(made, State.Accepted));

        Assert.Equal((StatusCode.FailedPrecondition, field), (code, fault.Field));
        Assert.Equal([Homes, Rents], (await Draft()).Clauses);
    }

    [Fact]
    public async Task what_the_holder_has_drafted_so_meanwhile_can_be_accepted()
    {
        var wanted = Goal("homes", "1", "Homes for all");
        var made = await Propose(Homes, wanted);
        var draft = await Rewrite(wanted, Rents);

        await _nest.National.Answer(made, State.Accepted);

        Assert.Equal(draft, await Draft());
    }

    [Fact]
    public async Task whoever_guides_an_agenda_since_a_hand_over_begins_its_draft_from_what_is_in_force()
    {
        await _nest.Local.Guide(Hamilton, Hamilton);
        await _nest.Local.PutInForce(Hamilton, Homes, Rents);
        await _nest.Local.Agenda.SaveDraftAsync(AgendaWords.Draft(Hamilton, "1.1", 100, 50, Goal("homes", "1", "Never put forward")));
        await _nest.Local.Guide(Hamilton, Ontario);
        await _nest.Provincial.TakeUp(Hamilton, Ontario);
        await Until(() => _nest.Local.Guides(Hamilton), holder => holder == Ontario);
        await Until(() => _nest.Provincial.Get(Hamilton), version => version.State == AgendaVersion.Types.State.InForce);

        var made = await _nest.Local.Propose(new ChangeProposal(A(Changed(Homes, Goal("homes", "1", "Homes for all")))) { By = Toronto, Initiative = Hamilton });
        await _nest.Provincial.Heard(made);

        Assert.Equal(Ontario, (await Refusal(() => _nest.Local.Answer(made, State.Accepted))).Fault.Holder);
        await _nest.Provincial.Answer(made, State.Accepted);
        var draft = await _nest.Provincial.Agenda.GetDraftAsync(new GetAgendaDraftRequest { Initiative = Hamilton });
        Assert.Equal(["Homes for all", "Rents"], draft.Clauses.Select(clause => clause.Text.En));
        Assert.Equal((100, "Housing for all"), (draft.Quorum.AnsweredPercent, draft.Title.En));
        await _nest.Local.Heard(made, State.Accepted);
    }

    [Theory]
    [InlineData("proposal.change.clause.after")]
    [InlineData("proposal.change.clause.after.text")]
    [InlineData("proposal.change.clause.after.number")]
    [InlineData("proposal.change.clause.after.clause")]
    [InlineData("proposal.change.clause.before.kind")]
    [InlineData("proposal.change")]
    public async Task a_field_at_fault_is_named_and_nothing_is_stored(string field)
    {
        var proposal = A(Changed(Homes, Goal("homes", "1", "Homes for all")));
        var clause = proposal.Change.Clause;
        if (field.EndsWith("after.text", StringComparison.Ordinal)) clause.After.Text = null;
        if (field.EndsWith("after.number", StringComparison.Ordinal)) clause.After.Number = "No. 1";
        if (field.EndsWith("after.clause", StringComparison.Ordinal)) clause.After.Clause_ = "rents";
        if (field.EndsWith("before.kind", StringComparison.Ordinal)) clause.Before.Kind = Clause.Types.Kind.Unspecified;
        // It says what was read.
        if (field.EndsWith("after", StringComparison.Ordinal)) clause.After = clause.Before;
        if (field == "proposal.change") proposal.Function = Function.AdvancePolicy;

        var (code, fault) = await Refusal(() => _nest.Local.Propose(proposal));

        Assert.Equal((StatusCode.InvalidArgument, field), (code, fault.Field));
        Assert.Empty((await _nest.Local.Proposals.ListProposalsAsync(new ListProposalsRequest { Initiative = Hamilton })).Proposals);
    }

    private static Change Changed(Clause? before, Clause after) => new() { Clause = new ChangedClause { Before = before, After = after } };

    private static ChangeProposal A(Change change) => new()
    {
        By = Hamilton,
        Proposal = "wording",
        Initiative = Canada,
        Function = Function.GuideVisionAndStrategy,
        Title = new Text { En = "A clause", Fr = "Une clause" },
        Change = change,
    };

    private async Task<ChangeProposal> Propose(Clause? before, Clause after)
    {
        var made = await _nest.Local.Propose(A(Changed(before, after)));
        await _nest.National.Heard(made);
        return made;
    }

    private async Task<AgendaDraft> Draft() => await _nest.National.Agenda.GetDraftAsync(new GetAgendaDraftRequest { Initiative = Canada });

    private async Task<AgendaDraft> Rewrite(params Clause[] clauses) =>
        await _nest.National.Agenda.SaveDraftAsync(AgendaWords.Draft(Canada, (await Draft()).Revision, 100, 50, clauses));
}
