using System.Globalization;
using CollectiveImpact.Backbone.Tests.Network;
using Grpc.Core;
using static CollectiveImpact.Backbone.Tests.Agenda.AgendaWords;
using static CollectiveImpact.Backbone.Tests.Network.Words;

namespace CollectiveImpact.Backbone.Tests.Agenda;

/// <summary>An agenda goes on when another takes up its guidance.</summary>
public sealed class HandedOverTests(NodeStores stores) : IClassFixture<NodeStores>, IAsyncLifetime
{
    private static readonly Clause[] Clauses = [Goal("homes", "1", "Homes")];
    private TestNest _nest = null!;

    public async Task InitializeAsync()
    {
        _nest = await TestNest.StartAsync(stores);
        await _nest.Local.AddPartners(Hamilton, "city");
    }

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task the_province_drafts_and_puts_forward_and_versions_go_on_counting()
    {
        await _nest.Local.Guide(Hamilton, Hamilton);
        await _nest.Local.PutInForce(Hamilton, Clauses);
        await _nest.Local.Guide(Hamilton, Ontario);
        await _nest.Provincial.TakeUp(Hamilton, Ontario);
        await Until(() => _nest.Local.Guides(Hamilton), holder => holder == Ontario);
        await Until(() => _nest.Provincial.Guides(Hamilton), holder => holder == Ontario);

        var draft = await _nest.Local.Agenda.GetDraftAsync(new GetAgendaDraftRequest { Initiative = Hamilton });
        foreach (var call in new Func<Task>[]
        {
            async () => await _nest.Local.Agenda.SaveDraftAsync(Draft(Hamilton, draft.Revision, 50, 50, Clauses)),
            () => _nest.Local.PutForward(Hamilton, draft.Revision, "city"),
            () => _nest.Local.AlignClause(Hamilton, "homes", Canada, "homes"),
        })
        {
            var (code, fault) = await Refusal(call);
            Assert.Equal((StatusCode.FailedPrecondition, Ontario), (code, fault.Holder));
        }

        var version = await _nest.Provincial.Propose(Hamilton, ["city"], Goal("homes", "1", "Homes by the province's hand"));
        Assert.Equal(2, version.Version);
        await Until(() => _nest.Local.Get(Hamilton, 2), _ => true);
        await _nest.Local.Ratify(Hamilton, 2, "city", "", Adopts("homes"));
        foreach (var node in new[] { _nest.Provincial, _nest.Local, _nest.National })
        {
            var standing = await Until(() => node.Get(Hamilton), each => each.Version == 2);
            Assert.Equal(AgendaVersion.Types.State.InForce, standing.State);
        }
    }

    [Fact]
    public async Task a_version_whose_holder_left_before_it_heard_the_answers_is_put_in_force_by_the_next()
    {
        var until = DateOnly.FromDateTime(_nest.Clock.GetUtcNow().UtcDateTime).AddDays(10).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await _nest.Local.Guide(Hamilton, Canada, until);
        await _nest.National.TakeUp(Hamilton, Canada);
        await Until(() => _nest.National.Guides(Hamilton), holder => holder == Canada);
        await _nest.National.Propose(Hamilton, ["city"], Clauses);
        await Until(() => _nest.Local.Get(Hamilton, 1), _ => true);
        await _nest.StopNationalAsync();
        await _nest.Local.Ratify(Hamilton, 1, "city", "", Adopts("homes"));
        var standing = await _nest.Local.Standing(Hamilton);
        Assert.Equal((true, AgendaVersion.Types.State.PutForward), (standing.QuorumMet, standing.State));

        _nest.Clock.Ahead = TimeSpan.FromDays(12);
        await _nest.Local.Guide(Hamilton, Hamilton);

        Assert.Equal(AgendaVersion.Types.State.InForce, (await _nest.Local.Get(Hamilton)).State);
        await _nest.StartNationalAsync();
        await Until(() => _nest.National.Get(Hamilton), version => version.State == AgendaVersion.Types.State.InForce);
    }
}
