using CollectiveImpact.Backbone.Tests.Network;
using Grpc.Core;
using static CollectiveImpact.Backbone.Tests.Agenda.AgendaWords;
using static CollectiveImpact.Backbone.Tests.Network.Words;
using State = CollectiveImpact.V1.ClauseAlignment.Types.State;

namespace CollectiveImpact.Backbone.Tests.Agenda;

/// <summary>Clauses are aligned with those above, and a new version above is answered by those it touches.</summary>
public sealed class ClauseAlignmentTests(NodeStores stores) : IClassFixture<NodeStores>, IAsyncLifetime
{
    private static readonly Clause[] Above = [Goal("homes", "1", "A home for everyone"), Goal("rent", "2", "Fair rents"), Goal("work", "3", "Work nearby")];
    private TestNest _nest = null!;

    public async Task InitializeAsync()
    {
        _nest = await TestNest.StartAsync(stores);
        await _nest.National.Guide(Canada, Canada);
        await _nest.Local.Guide(Hamilton, Hamilton);
        await _nest.Local.Guide(Toronto, Toronto);
        await _nest.National.PutInForce(Canada, Above);
        await _nest.Local.PutInForce(Hamilton, Goal("beds", "1", "No one on the street"), Goal("repairs", "2", "Homes that are fit"));
        await _nest.Local.PutInForce(Toronto, Goal("towers", "1", "Towers renewed"));
        await InForceAtTheLocal(1);
    }

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task a_child_that_was_away_and_its_parent_list_the_same_drift()
    {
        await AlignAll();
        var own = await _nest.Local.Get(Hamilton);
        await _nest.StopLocalAsync();
        await _nest.National.PutInForce(Canada, Goal("homes", "1", "A home for everyone by 2030"), Goal("rent", "7", "Fair rents"));
        var seen = await Until(() => _nest.National.Downwards(Canada, State.Drifting), list => list.Count == 3);

        await _nest.StartLocalAsync();
        var known = await Until(() => _nest.Local.Upwards(Hamilton, State.Drifting), list => list.Count == 2);

        Assert.Equal([("beds", "homes", 2), ("repairs", "work", 2)], known.Select(each => (each.Clause, each.ParentClause, each.Drift.Since)));
        Assert.Equal(("A home for everyone", "A home for everyone by 2030"), (known[0].Drift.Before.Text.En, known[0].Drift.After.Text.En));
        Assert.Null(known[1].Drift.After);
        Assert.Equal(known.Select(each => (each.Clause, each.Drift)), seen.Where(each => each.Initiative == Hamilton).Select(each => (each.Clause, each.Drift)));
        Assert.Equal(["homes", "homes", "work"], seen.Select(each => each.ParentClause));
        Assert.Equal("rent", Assert.Single(await _nest.Local.Upwards(Hamilton, State.Aligned)).ParentClause);
        Assert.Equal(own, await _nest.Local.Get(Hamilton));
    }

    [Fact]
    public async Task what_drifts_is_kept_realigned_or_let_go_and_both_ends_know_how()
    {
        await AlignAll();
        await _nest.National.PutInForce(Canada, Goal("homes", "1", "A home for everyone by 2030"), Goal("rent", "2", "Fair rents"), Goal("jobs", "3", "Good jobs"));
        await InForceAtTheLocal(2);
        var drifting = await _nest.Local.Upwards(Hamilton, State.Drifting);
        Assert.Equal(["homes", "work"], drifting.Select(each => each.ParentClause));

        var kept = await Answer(drifting[0], AnswerDriftRequest.Types.Answer.Keep);
        Assert.Equal((State.Aligned, 2), (kept.Answered.State, kept.Answered.JudgedAt));
        var moved = await Answer(drifting[1], AnswerDriftRequest.Types.Answer.Realign, "jobs");
        Assert.Equal((State.LetGo, "jobs", State.Aligned, "jobs"), (moved.Answered.State, moved.Answered.LetGo.RealignedTo, moved.Realigned.State, moved.Realigned.ParentClause));
        var tower = Assert.Single(await _nest.Local.Upwards(Toronto, State.Drifting));
        var gone = await Answer(tower, AnswerDriftRequest.Types.Answer.LetGo);
        Assert.Equal(State.LetGo, gone.Answered.State);

        await Until(() => _nest.National.Downwards(Canada, State.Drifting), list => list.Count == 0);
        Assert.Equal([(Hamilton, "homes"), (Hamilton, "jobs"), (Hamilton, "rent")], (await _nest.National.Downwards(Canada)).Select(each => (each.Initiative, each.ParentClause)));
        var ended = await _nest.National.Downwards(Canada, State.LetGo);
        Assert.Equal([(Toronto, "homes", "as we see it"), (Hamilton, "work", "as we see it")], ended.Select(each => (each.Initiative, each.ParentClause, each.LetGo.Reason.En)));
        Assert.Equal(3, (await _nest.Local.Upwards(Hamilton)).Count);
        // What was let go can be begun anew.
        Assert.Equal(State.Aligned, (await _nest.Local.AlignClause(Toronto, "towers", Canada, "homes")).State);
    }

    [Fact]
    public async Task a_kept_alignment_drifts_again_with_the_next_change()
    {
        await _nest.Local.AlignClause(Hamilton, "beds", Canada, "homes");
        await _nest.National.PutInForce(Canada, Goal("homes", "1", "second"));
        await InForceAtTheLocal(2);
        await Answer(Assert.Single(await _nest.Local.Upwards(Hamilton, State.Drifting)), AnswerDriftRequest.Types.Answer.Keep);
        await _nest.National.PutInForce(Canada, Goal("homes", "1", "third"));
        await InForceAtTheLocal(3);
        var drift = Assert.Single(await _nest.Local.Upwards(Hamilton, State.Drifting)).Drift;
        Assert.Equal((3, "second", "third"), (drift.Since, drift.Before.Text.En, drift.After.Text.En));
    }

    [Fact]
    public async Task alignments_are_listed_page_by_page_and_by_clause_and_other_end()
    {
        await AlignAll();
        await Until(() => _nest.National.Downwards(Canada), list => list.Count == 4);
        List<string> listed = [];
        var request = new ListClauseAlignmentsRequest { Initiative = Canada, Side = ListClauseAlignmentsRequest.Types.Side.Downwards, PageSize = 3 };
        do
        {
            var page = await _nest.National.Agenda.ListClauseAlignmentsAsync(request);
            listed.AddRange(page.Alignments.Select(each => $"{each.ParentClause} {each.Clause}"));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        Assert.Equal(["homes beds", "homes towers", "rent beds", "work repairs"], listed);
        Assert.Equal(2, (await _nest.National.Agenda.ListClauseAlignmentsAsync(new ListClauseAlignmentsRequest(request) { Clause = "homes" })).Alignments.Count);
        var one = await _nest.National.Agenda.ListClauseAlignmentsAsync(new ListClauseAlignmentsRequest(request) { Clause = "homes", PageSize = 1 });
        var other = await _nest.National.Agenda.ListClauseAlignmentsAsync(new ListClauseAlignmentsRequest(request) { Clause = "homes", PageSize = 1, PageToken = one.NextPageToken });
        Assert.Equal([(Hamilton, true), (Toronto, false)], new[] { one, other }.Select(page => (Assert.Single(page.Alignments).Initiative, page.NextPageToken.Length > 0)));
        Assert.Equal("page_token", (await Refusal(async () => await _nest.National.Agenda.ListClauseAlignmentsAsync(new ListClauseAlignmentsRequest(request) { PageToken = "x" }))).Fault.Field);
        Assert.Equal(3, (await _nest.National.Agenda.ListClauseAlignmentsAsync(new ListClauseAlignmentsRequest(request) { With = Hamilton })).Alignments.Count);
        Assert.Equal("beds", Assert.Single((await _nest.Local.Agenda.ListClauseAlignmentsAsync(
            new ListClauseAlignmentsRequest { Initiative = Hamilton, Clause = "beds", With = Canada, PageSize = 1 })).Alignments).Clause);
    }

    [Theory]
    [InlineData("clause", StatusCode.NotFound, "nothing", Canada, "homes")]
    [InlineData("clause", StatusCode.InvalidArgument, "No Id", Canada, "homes")]
    [InlineData("parent", StatusCode.NotFound, "beds", "nowhere", "homes")]
    [InlineData("parent", StatusCode.InvalidArgument, "beds", Toronto, "towers")]
    [InlineData("parent", StatusCode.FailedPrecondition, "beds", Ontario, "homes")]
    [InlineData("parent_clause", StatusCode.NotFound, "beds", Canada, "nothing")]
    public async Task an_alignment_that_names_what_is_not_there_is_refused_by_field(string field, StatusCode status, string clause, string parent, string parentClause)
    {
        var (code, fault) = await Refusal(() => _nest.Local.AlignClause(Hamilton, clause, parent, parentClause));
        Assert.Equal((status, field), (code, fault.Field));
    }

    [Fact]
    public async Task an_answer_that_is_no_answer_is_refused_by_field()
    {
        var aligned = await _nest.Local.AlignClause(Hamilton, "beds", Canada, "homes");
        foreach (var (field, answer, to, alignment) in new[]
        {
            ("answer", AnswerDriftRequest.Types.Answer.Unspecified, "", aligned),
            ("realign_to", AnswerDriftRequest.Types.Answer.Realign, "", aligned),
            ("realign_to", AnswerDriftRequest.Types.Answer.Realign, "homes", aligned),
            ("realign_to", AnswerDriftRequest.Types.Answer.Realign, "nothing", aligned),
            ("realign_to", AnswerDriftRequest.Types.Answer.Keep, "rent", aligned),
            ("clause", AnswerDriftRequest.Types.Answer.Keep, "", new ClauseAlignment(aligned) { ParentClause = "rent" }),
            ("revision", AnswerDriftRequest.Types.Answer.Keep, "", new ClauseAlignment(aligned) { Revision = "1.9" }),
        })
            Assert.Equal(field, (await Refusal(() => Answer(alignment, answer, to))).Fault.Field);
    }

    private async Task AlignAll()
    {
        await _nest.Local.AlignClause(Hamilton, "beds", Canada, "homes");
        await _nest.Local.AlignClause(Hamilton, "beds", Canada, "rent");
        await _nest.Local.AlignClause(Hamilton, "repairs", Canada, "work");
        await _nest.Local.AlignClause(Toronto, "towers", Canada, "homes");
        await Until(() => _nest.National.Downwards(Canada), list => list.Count == 4);
    }

    private Task InForceAtTheLocal(int version) =>
        Until(() => _nest.Local.Get(Canada), each => each.Version == version && each.State == AgendaVersion.Types.State.InForce);

    private async Task<AnswerDriftResponse> Answer(ClauseAlignment alignment, AnswerDriftRequest.Types.Answer answer, string to = "") =>
        await _nest.Local.Agenda.AnswerDriftAsync(new AnswerDriftRequest
        {
            Initiative = alignment.Initiative,
            Clause = alignment.Clause,
            Parent = alignment.Parent,
            ParentClause = alignment.ParentClause,
            Answer = answer,
            RealignTo = to,
            Reason = new Text { En = "as we see it" },
            Revision = alignment.Revision,
        });
}
