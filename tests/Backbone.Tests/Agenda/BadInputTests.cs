using CollectiveImpact.Backbone.Tests.Network;
using Grpc.Core;
using static CollectiveImpact.Backbone.Tests.Agenda.AgendaWords;
using static CollectiveImpact.Backbone.Tests.Network.Words;

namespace CollectiveImpact.Backbone.Tests.Agenda;

/// <summary>What is malformed, or names what does not exist, is refused by field, and nothing of it is stored.</summary>
public sealed class BadInputTests : IAsyncLifetime
{
    private static readonly Clause Good = Goal("homes", "1", "Homes");
    private TestNest _nest = null!;

    public async Task InitializeAsync()
    {
        _nest = await TestNest.StartAsync();
        await _nest.Local.Guide(Hamilton, Hamilton);
        await _nest.Local.AddPartners(Hamilton, "city");
    }

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    public static TheoryData<string, SaveAgendaDraftRequest, StatusCode> Drafts => new()
    {
        { "initiative", Draft("ca.on.nowhere", "", 50, 50, Good), StatusCode.NotFound },
        { "initiative", Draft("Hamilton!", "", 50, 50, Good), StatusCode.InvalidArgument },
        { "by", new SaveAgendaDraftRequest(Draft(Hamilton, "", 50, 50, Good)) { By = Ontario }, StatusCode.FailedPrecondition },
        { "revision", Draft(Hamilton, "1.7", 50, 50, Good), StatusCode.Aborted },
        { "draft.quorum.answered_percent", Draft(Hamilton, "", 0, 50, Good), StatusCode.InvalidArgument },
        { "draft.quorum.agreed_percent", Draft(Hamilton, "", 50, 101, Good), StatusCode.InvalidArgument },
        { "draft.clauses[1].clause", Draft(Hamilton, "", 50, 50, Good, Goal("homes", "2", "x")), StatusCode.InvalidArgument },
        { "draft.clauses[1].number", Draft(Hamilton, "", 50, 50, Good, Goal("rent", "1", "x")), StatusCode.InvalidArgument },
        { "draft.clauses[0].clause", Draft(Hamilton, "", 50, 50, Goal("a/b", "1", "x")), StatusCode.InvalidArgument },
        { "draft.clauses[0].number", Draft(Hamilton, "", 50, 50, Goal("homes", "one two", "x")), StatusCode.InvalidArgument },
        { "draft.clauses[0].kind", Draft(Hamilton, "", 50, 50, new Clause(Good) { Kind = Clause.Types.Kind.Unspecified }), StatusCode.InvalidArgument },
        { "draft.clauses[0].text", Draft(Hamilton, "", 50, 50, new Clause(Good) { Text = null }), StatusCode.InvalidArgument },
        { "draft.clauses[0].text.en", Draft(Hamilton, "", 50, 50, Goal("homes", "1", new string('é', 2001))), StatusCode.InvalidArgument },
        { "draft.clauses", Draft(Hamilton, "", 50, 50, [.. Enumerable.Range(0, 301).Select(i => Goal($"c{i}", $"{i}", "x"))]), StatusCode.InvalidArgument },
        { "draft.clauses", Draft(Hamilton, "", 50, 50, [.. Enumerable.Range(0, 150).Select(i => Goal($"c{i}", $"{i}", new string('é', 1900)))]), StatusCode.InvalidArgument },
    };

    [Theory]
    [MemberData(nameof(Drafts))]
    public async Task a_faulty_draft_is_refused_by_field(string field, SaveAgendaDraftRequest request, StatusCode status)
    {
        var head = _nest.Local.Log.Head;
        var (code, fault) = await Refusal(async () => await _nest.Local.Agenda.SaveDraftAsync(request));
        Assert.Equal((status, field), (code, fault.Field));
        Assert.Equal(head, _nest.Local.Log.Head);
    }

    [Fact]
    public async Task a_faulty_version_is_refused_by_field()
    {
        Assert.Equal(StatusCode.NotFound, (await Refusal(() => _nest.Local.PutForward(Hamilton, "1.1", "city"))).Code);
        var draft = await _nest.Local.Agenda.SaveDraftAsync(Draft(Hamilton, "", 50, 50, Good));
        Assert.Equal("ratifiers", (await Refusal(() => _nest.Local.PutForward(Hamilton, draft.Revision))).Fault.Field);
        Assert.Equal("ratifiers[1].partner", (await Refusal(() => _nest.Local.PutForward(Hamilton, draft.Revision, "city", "city"))).Fault.Field);
        Assert.Equal("ratifiers[1].partner", (await Refusal(() => _nest.Local.PutForward(Hamilton, draft.Revision, "city", "nobody"))).Fault.Field);
        draft = await _nest.Local.Agenda.SaveDraftAsync(new SaveAgendaDraftRequest { Initiative = Hamilton, Revision = draft.Revision, Draft = new AgendaDraft { Clauses = { Good } } });
        Assert.Equal("draft.title", (await Refusal(() => _nest.Local.PutForward(Hamilton, draft.Revision, "city"))).Fault.Field);
        draft = await _nest.Local.Agenda.SaveDraftAsync(new SaveAgendaDraftRequest
        {
            Initiative = Hamilton,
            Revision = draft.Revision,
            Draft = new AgendaDraft { Clauses = { Good }, Title = new Text { Fr = "Logement" } },
        });
        Assert.Equal("draft.quorum", (await Refusal(() => _nest.Local.PutForward(Hamilton, draft.Revision, "city"))).Fault.Field);
    }

    [Fact]
    public async Task a_faulty_ratification_is_refused_by_field()
    {
        await _nest.Local.Propose(Hamilton, ["city"], Good);
        foreach (var (field, status, version, ratifier, answer) in new[]
        {
            ("version", StatusCode.NotFound, 2, "city", Adopts("homes")),
            ("version", StatusCode.NotFound, 0, "city", Adopts("homes")),
            ("ratifier", StatusCode.NotFound, 1, "health", Adopts("homes")),
            ("answers[0].clause", StatusCode.NotFound, 1, "city", Adopts("rent")),
            ("answers[0].answer", StatusCode.InvalidArgument, 1, "city", new ClauseAnswer { Clause = "homes" }),
            ("answers[0].reason", StatusCode.InvalidArgument, 1, "city", new ClauseAnswer(Declines("homes")) { Reason = null }),
            ("answers[0].reason", StatusCode.InvalidArgument, 1, "city", new ClauseAnswer(Adapts("homes", "x")) { Reason = null }),
            ("answers[0].wording", StatusCode.InvalidArgument, 1, "city", new ClauseAnswer(Adapts("homes", "x")) { Wording = null }),
            ("answers[0].wording", StatusCode.InvalidArgument, 1, "city", new ClauseAnswer(Adopts("homes")) { Wording = new Text { En = "x" } }),
        })
        {
            var (code, fault) = await Refusal(() => _nest.Local.Ratify(Hamilton, version, ratifier, "", answer));
            Assert.Equal((status, field), (code, fault.Field));
        }

        var twice = await Refusal(() => _nest.Local.Ratify(Hamilton, 1, "city", "", Adopts("homes"), Declines("homes")));
        Assert.Equal("answers[1].clause", twice.Fault.Field);
        Assert.Equal(StatusCode.FailedPrecondition, (await Refusal(() => _nest.Provincial.Ratify(Hamilton, 1, "city", "", Adopts("homes")))).Code);
    }

    [Fact]
    public async Task versions_that_are_not_there_are_not_found()
    {
        await _nest.Local.Propose(Hamilton, ["city"], Good);
        Assert.Equal((StatusCode.NotFound, "version"), Seen(await Refusal(() => _nest.Local.Get(Hamilton, 2))));
        Assert.Equal((StatusCode.NotFound, "version"), Seen(await Refusal(() => _nest.Local.Get(Toronto))));
        Assert.Equal((StatusCode.NotFound, "version"), Seen(await Refusal(() => _nest.Local.Standing(Hamilton, -1))));
        Assert.Equal((StatusCode.NotFound, "to"), Seen(await Refusal(async () => await _nest.Local.Agenda.CompareVersionsAsync(new CompareVersionsRequest { Initiative = Hamilton, From = 1, To = 3 }))));
        Assert.Equal((StatusCode.NotFound, "clause"), Seen(await Refusal(() => _nest.Local.Ratifications(new ListRatificationsRequest { Initiative = Hamilton, Clause = "rent" }))));
        Assert.Equal((StatusCode.InvalidArgument, "page_size"), Seen(await Refusal(() => _nest.Local.Ratifications(new ListRatificationsRequest { Initiative = Hamilton, PageSize = 1001 }))));
    }

    [Fact]
    public async Task a_version_is_compared_with_the_draft_where_the_node_keeps_it()
    {
        await _nest.Local.Propose(Hamilton, ["city"], Good, Goal("rent", "2", "Rent"), Goal("work", "3", "Work"), Goal("parks", "4", "Parks"));
        var draft = await _nest.Local.Agenda.GetDraftAsync(new GetAgendaDraftRequest { Initiative = Hamilton });
        await _nest.Local.Agenda.SaveDraftAsync(Draft(Hamilton, draft.Revision, 50, 50, Goal("schools", "2", "Schools"), Good, Goal("rent", "3", "Rent"), Goal("work", "4", "More work")));
        var request = new CompareVersionsRequest { Initiative = Hamilton, From = 1, To = 0 };
        var changes = (await _nest.Local.Agenda.CompareVersionsAsync(request)).Changes;
        Assert.Equal(
            [("schools", ClauseChange.Types.Change.Added), ("rent", ClauseChange.Types.Change.Moved), ("work", ClauseChange.Types.Change.Changed), ("parks", ClauseChange.Types.Change.Removed)],
            changes.Select(each => (each.Clause, each.Change)));
        Assert.Equal(("Work", "More work"), (changes[2].Before.Text.En, changes[2].After.Text.En));
        Assert.Contains((await _nest.Local.Agenda.CompareVersionsAsync(new CompareVersionsRequest(request) { Unchanged = true })).Changes, each => each.Change == ClauseChange.Types.Change.Unchanged);
        await Until(() => _nest.Provincial.Get(Hamilton, 1), _ => true);
        Assert.Equal((StatusCode.NotFound, "to"), Seen(await Refusal(async () => await _nest.Provincial.Agenda.CompareVersionsAsync(request))));
    }

    private static (StatusCode, string) Seen((StatusCode Code, Fault Fault) refusal) => (refusal.Code, refusal.Fault.Field);
}
