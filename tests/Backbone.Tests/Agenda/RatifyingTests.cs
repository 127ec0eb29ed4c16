using CollectiveImpact.Backbone.Agenda;
using CollectiveImpact.Backbone.Tests.Network;
using Grpc.Core;
using static CollectiveImpact.Backbone.Tests.Agenda.AgendaWords;
using static CollectiveImpact.Backbone.Tests.Network.Words;

namespace CollectiveImpact.Backbone.Tests.Agenda;

/// <summary>An agenda is drafted, put forward, ratified clause by clause, and comes in force by its own quorum.</summary>
public sealed class RatifyingTests(NodeStores stores) : IClassFixture<NodeStores>, IAsyncLifetime
{
    private static readonly Clause[] Two = [Goal("homes", "1", "Homes"), Goal("rent", "2", "Rents that can be paid")];
    private static readonly string[] Three = ["city", "health", "school"];
    private TestNest _nest = null!;

    public async Task InitializeAsync()
    {
        _nest = await TestNest.StartAsync(stores);
        await _nest.Local.Guide(Hamilton, Hamilton);
        await _nest.Local.AddPartners(Hamilton, Three);
    }

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task a_version_comes_in_force_as_soon_as_the_quorum_that_it_states_is_met()
    {
        await Propose(66, 60);
        await _nest.Local.Ratify(Hamilton, 1, "city", "", Adopts("homes"), Adopts("rent"));
        Assert.Equal(AgendaVersion.Types.State.PutForward, (await _nest.Local.Get(Hamilton)).State);
        await _nest.Local.Ratify(Hamilton, 1, "health", "", Adopts("homes"));
        Assert.Equal(AgendaVersion.Types.State.PutForward, (await _nest.Local.Get(Hamilton)).State);
        var standing = await _nest.Local.Standing(Hamilton);
        Assert.Equal((1, 2, 2, false), (standing.Answered, standing.AnsweredNeeded, standing.AgreedNeeded, standing.QuorumMet));
        Assert.Equal([(2, 0, 1, 0), (1, 0, 2, 1)], standing.Clauses.Select(each => (each.Adopted, each.Adapted, each.Unanswered, each.Lacking)));

        var half = await Answers("health");
        await _nest.Local.Ratify(Hamilton, 1, "health", half.Revision, Adopts("homes"), Adapts("rent", "Rents below a third of income"));

        var inForce = await _nest.Local.Get(Hamilton);
        Assert.Equal((1, AgendaVersion.Types.State.InForce), (inForce.Version, inForce.State));
        Assert.Equal(DateOnly.FromDateTime(DateTime.UtcNow).Year, DateOnly.Parse(inForce.InForce.Since, System.Globalization.CultureInfo.InvariantCulture).Year);
        await Until(() => _nest.National.Get(Hamilton), version => version.State == AgendaVersion.Types.State.InForce);
        Assert.Equal(["city", "health", "school"], (await Until(
            () => _nest.National.Ratifications(new ListRatificationsRequest { Initiative = Hamilton }), list => list.Ratifications.Count(each => each.Answers.Count > 0) == 2))
            .Ratifications.Select(each => each.Ratifier));
    }

    [Fact]
    public async Task what_came_in_force_stays_so_when_a_partner_changes_its_mind()
    {
        var version = await _nest.Local.PutInForce(Hamilton, Two);
        var answers = await Answers("city");
        await _nest.Local.Ratify(Hamilton, version.Version, "city", answers.Revision, Declines("homes"), Declines("rent"));
        Assert.Equal(AgendaVersion.Types.State.InForce, (await _nest.Local.Get(Hamilton)).State);
        Assert.False((await _nest.Local.Standing(Hamilton)).QuorumMet);
    }

    [Fact]
    public async Task a_clause_that_too_many_decline_keeps_the_whole_version_from_coming_in_force()
    {
        await Propose(100, 50);
        await _nest.Local.Ratify(Hamilton, 1, "city", "", Adopts("homes"), Declines("rent"));
        await _nest.Local.Ratify(Hamilton, 1, "health", "", Adopts("homes"), Declines("rent"));
        await _nest.Local.Ratify(Hamilton, 1, "school", "", Adopts("homes"), Adopts("rent"));
        var standing = await _nest.Local.Standing(Hamilton);
        Assert.Equal((3, false, AgendaVersion.Types.State.PutForward), (standing.Answered, standing.QuorumMet, standing.State));
        Assert.Equal([0, 1], standing.Clauses.Select(each => each.Lacking));
    }

    [Fact]
    public async Task the_version_before_is_replaced_and_no_longer_ratified()
    {
        await _nest.Local.PutInForce(Hamilton, Two);
        await _nest.Local.Propose(Hamilton, ["city"], Two[0]);
        await _nest.Local.PutInForce(Hamilton, Goal("homes", "1", "More homes"));

        var versions = (await _nest.Local.Agenda.ListVersionsAsync(new ListVersionsRequest { Initiative = Hamilton })).Versions;
        Assert.Equal(
            [(1, AgendaVersion.Types.State.Replaced, true), (2, AgendaVersion.Types.State.Replaced, false), (3, AgendaVersion.Types.State.InForce, true)],
            versions.Select(each => (each.Version, each.State, each.InForce is not null)));
        Assert.Equal([(2, 1, 1), (1, 1, 0), (1, 1, 1)], versions.Select(each => (each.Clauses, each.Ratifiers, each.Answered)));
        var (code, fault) = await Refusal(() => _nest.Local.Ratify(Hamilton, 2, "city", "", Adopts("homes")));
        Assert.Equal((StatusCode.FailedPrecondition, "version"), (code, fault.Field));
    }

    [Fact]
    public async Task versions_are_listed_page_by_page_and_by_state()
    {
        foreach (var text in new[] { "a", "b", "c" }) await _nest.Local.PutInForce(Hamilton, Goal("homes", "1", text));
        var first = await _nest.Local.Agenda.ListVersionsAsync(new ListVersionsRequest { Initiative = Hamilton, PageSize = 2 });
        var second = await _nest.Local.Agenda.ListVersionsAsync(new ListVersionsRequest { Initiative = Hamilton, PageSize = 2, PageToken = first.NextPageToken });
        Assert.Equal([1, 2], first.Versions.Select(each => each.Version));
        Assert.Equal([3], second.Versions.Select(each => each.Version));
        Assert.Equal("", second.NextPageToken);
        var replaced = await _nest.Local.Agenda.ListVersionsAsync(new ListVersionsRequest { Initiative = Hamilton, State = AgendaVersion.Types.State.Replaced });
        Assert.Equal([1, 2], replaced.Versions.Select(each => each.Version));
    }

    [Fact]
    public async Task ratifications_are_listed_by_clause_by_answer_and_by_who_has_not_answered()
    {
        await Propose(100, 100);
        await _nest.Local.Ratify(Hamilton, 1, "city", "", Adopts("homes"), Declines("rent"));
        await _nest.Local.Ratify(Hamilton, 1, "health", "", Adopts("rent"));

        Assert.Equal("city", await Who(new ListRatificationsRequest { Answer = ClauseAnswer.Types.Answer.Declines }));
        Assert.Equal("health", await Who(new ListRatificationsRequest { Clause = "rent", Answer = ClauseAnswer.Types.Answer.Adopts }));
        Assert.Equal("health school", await Who(new ListRatificationsRequest { Unanswered = true }));
        Assert.Equal("health school", await Who(new ListRatificationsRequest { Clause = "homes", Unanswered = true }));
        var page = await _nest.Local.Ratifications(new ListRatificationsRequest { Initiative = Hamilton, Clause = "rent", PageSize = 2 });
        Assert.Equal(["rent", "rent"], page.Ratifications.SelectMany(each => each.Answers).Select(answer => answer.Clause));
        Assert.Equal(["CITY", "HEALTH"], page.Ratifications.Select(each => each.Name.En));
        var last = await _nest.Local.Ratifications(new ListRatificationsRequest { Initiative = Hamilton, Clause = "rent", PageSize = 2, PageToken = page.NextPageToken });
        Assert.Equal(("school", ""), (Assert.Single(last.Ratifications).Ratifier, last.NextPageToken));
    }

    [Fact]
    public async Task the_same_put_forward_again_is_the_same_version()
    {
        await Propose(100, 100);
        var draft = await _nest.Local.Agenda.GetDraftAsync(new GetAgendaDraftRequest { Initiative = Hamilton });
        Assert.Equal(1, (await _nest.Local.PutForward(Hamilton, draft.Revision, Three)).Version);
        Assert.Equal(2, (await _nest.Local.PutForward(Hamilton, draft.Revision, "city")).Version);
    }

    [Fact]
    public async Task of_two_that_edit_one_draft_or_one_answer_the_second_is_told_what_stands_by_now()
    {
        var read = await _nest.Local.Agenda.SaveDraftAsync(Draft(Hamilton, "", 50, 50, Two));
        var changed = await _nest.Local.Agenda.SaveDraftAsync(Draft(Hamilton, read.Revision, 60, 60, Two));
        foreach (var call in new Func<Task>[]
        {
            async () => await _nest.Local.Agenda.SaveDraftAsync(Draft(Hamilton, read.Revision, 70, 70, Two)),
            () => _nest.Local.PutForward(Hamilton, read.Revision, Three),
        })
        {
            var (code, fault) = await Refusal(call);
            Assert.Equal((StatusCode.Aborted, "revision"), (code, fault.Field));
            Assert.Contains(changed.Revision, fault.Message, StringComparison.Ordinal);
        }

        Assert.Equal(60, (await _nest.Local.Agenda.GetDraftAsync(new GetAgendaDraftRequest { Initiative = Hamilton })).Quorum.AgreedPercent);
        await _nest.Local.PutForward(Hamilton, changed.Revision, Three);
        await _nest.Local.Ratify(Hamilton, 1, "city", "", Adopts("homes"));
        var answered = await Refusal(() => _nest.Local.Ratify(Hamilton, 1, "city", "", Declines("homes")));
        Assert.Equal((StatusCode.Aborted, "revision"), (answered.Code, answered.Fault.Field));
    }

    [Fact]
    public async Task what_is_drafted_is_in_no_other_node_s_log()
    {
        await _nest.Local.Agenda.SaveDraftAsync(Draft(Hamilton, "", 50, 50, Goal("secret", "1", "known-to-the-drafters-alone")));
        var put = await _nest.Local.PutInForce(Hamilton, Two);
        await _nest.Local.Agenda.SaveDraftAsync(Draft(
            Hamilton, (await _nest.Local.Agenda.GetDraftAsync(new GetAgendaDraftRequest { Initiative = Hamilton })).Revision, 50, 50, Goal("secret", "1", "known-to-the-drafters-alone")));
        // What came after the drafts has arrived: so had they, if they travelled.
        await _nest.Local.PutForward(Hamilton, (await _nest.Local.Agenda.SaveDraftAsync(Draft(
            Hamilton, (await _nest.Local.Agenda.GetDraftAsync(new GetAgendaDraftRequest { Initiative = Hamilton })).Revision, 60, 60, Two))).Revision, "city");
        foreach (var node in new[] { _nest.Provincial, _nest.National })
        {
            await Until(() => node.Get(Hamilton, put.Version + 1), _ => true);
            var documents = node.Log.Read(reader => reader.DocumentsAfter(0, 100_000));
            Assert.Contains(documents, document => document.Content.Kind == AgendaVersionKind.Kind);
            Assert.DoesNotContain(documents, document => document.Content.Kind == AgendaDraftKind.Kind);
            Assert.DoesNotContain(documents, document => document.Content.Payload.ToStringUtf8().Contains("known-to-the-drafters-alone", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task a_version_that_a_tampered_node_changes_is_refused_by_all_others()
    {
        var version = await _nest.Local.PutInForce(Hamilton, Two);
        await Until(() => _nest.National.Get(Hamilton), each => each.State == AgendaVersion.Types.State.InForce);
        var changed = new AgendaVersion
        {
            Title = version.Title,
            Clauses = { Goal("homes", "1", "Fewer homes") },
            Quorum = version.Quorum,
            Ratifiers = { version.Ratifiers },
            PutForward = version.PutForward,
        };
        await _nest.Local.Log.WriteAsync(transaction => transaction.Write(AgendaVersionKind.KeyOf(Hamilton, 1), 1, changed));
        await Until(
            async () => (await _nest.Local.Operator.ListRefusalsAsync(new(), _nest.Local.Token())).Refusals,
            refusals => refusals.Any(each => each is { ByPeer: true, Refusal.Kind: AgendaVersionKind.Kind } && each.Refusal.Reason.Contains("not changed once it is put forward", StringComparison.Ordinal)));
        Assert.Equal(version.Fingerprint, (await _nest.Provincial.Get(Hamilton)).Fingerprint);
        // And where it was changed, what was ratified were other words.
        Assert.Equal(AgendaVersion.Types.State.PutForward, (await _nest.Local.Get(Hamilton)).State);
    }

    private async Task Propose(int answered, int agreed) => await _nest.Local.PutForward(
        Hamilton, (await _nest.Local.Agenda.SaveDraftAsync(Draft(Hamilton, "", answered, agreed, Two))).Revision, Three);

    private async Task<Ratification> Answers(string ratifier) => Assert.Single(
        (await _nest.Local.Ratifications(new ListRatificationsRequest { Initiative = Hamilton, Ratifier = ratifier })).Ratifications);

    private async Task<string> Who(ListRatificationsRequest request)
    {
        request.Initiative = Hamilton;
        return string.Join(' ', (await _nest.Local.Ratifications(request)).Ratifications.Select(each => each.Ratifier));
    }
}
