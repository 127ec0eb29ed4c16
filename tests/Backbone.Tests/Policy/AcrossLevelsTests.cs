using System.Text;
using CollectiveImpact.Backbone.Tests.Network;
using Grpc.Core;
using static CollectiveImpact.Backbone.Tests.Network.Words;
using static CollectiveImpact.Backbone.Tests.Policy.Advancing;
using static CollectiveImpact.V1.PolicyAsk.Types;

namespace CollectiveImpact.Backbone.Tests.Policy;

/// <summary>What several locals meet becomes an ask above, each named as it agreed; each sees what became of it.</summary>
public sealed class AcrossLevelsTests(NodeStores stores) : IClassFixture<NodeStores>, IAsyncLifetime
{
    private TestNest _nest = null!;

    public async Task InitializeAsync()
    {
        _nest = await TestNest.StartAsync(stores);
        await _nest.Provincial.Hold(Ontario);
    }

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task each_is_named_as_it_agreed_and_each_sees_what_became_of_it()
    {
        var ask = await RaiseOfThree();

        Assert.Equal($"{Hamilton}; {Ontario} 1; 1", (await _nest.Local.HeardAsk(Ontario, "notice", each => each.MetBy.Initiatives == 3)).Told());
        foreach (var initiative in new[] { Hamilton, Toronto, Ottawa })
            Assert.Equal((Ontario, "notice", Stage.Raised), Became(await _nest.Local.Heard(initiative, "sales", barrier => barrier.TakenUp.Count == 1 && barrier.TakenUp[0].Stage == Stage.Raised)));

        await _nest.Provincial.Move(ask, Stage.Adopted, answer: "It is law");

        foreach (var initiative in new[] { Hamilton, Toronto, Ottawa })
        {
            var barrier = await _nest.Local.Heard(initiative, "sales", barrier => barrier.TakenUp[0].Stage == Stage.Adopted);
            Assert.Equal("It is law", barrier.TakenUp[0].Answer.Text.En);
            Assert.Equal([$"{initiative}/sales"], await _nest.Local.Barriers(new ListBarriersRequest { Initiative = initiative, Ask = $"{Ontario}/notice" }));
            Assert.Empty(await _nest.Local.Barriers(new ListBarriersRequest { Initiative = initiative, NotTakenUp = true }));
        }

        // Those above know what it stands on.
        var above = await _nest.National.HeardAsk(Ontario, "notice", each => each.Barriers.Count == 3);
        Assert.Equal([$"{Hamilton}/sales", $"{Toronto}/sales", $"{Ottawa}/sales"], above.Barriers);
        Assert.Equal(above.Barriers, await _nest.National.Barriers(new ListBarriersRequest { Initiative = Canada, Below = true, Ask = $"{Ontario}/notice" }));
    }

    [Fact]
    public async Task no_node_below_is_told_the_id_of_an_initiative_that_did_not_agree_to_be_named()
    {
        await using var other = await StartSudburyAsync();
        await _nest.Local.Tell(Hamilton, "stairs");
        await _nest.Local.Tell(Toronto, "towers");
        var ask = await RaiseOfThree();
        ask = await Until(() => _nest.Provincial.Raise(Ontario, new PolicyAsk(ask) { Stories = { $"{Hamilton}/stairs", $"{Toronto}/towers" } }), _ => true);
        await _nest.Provincial.Move(ask, Stage.UnderConsideration);

        var told = await other.HeardAsk(Ontario, "notice", each => each.Stage == Stage.UnderConsideration && each.Stories.Count == 1);

        Assert.Equal(($"{Hamilton}; {Ontario} 1; 1", $"{Hamilton}/stairs"), (told.Told(), Assert.Single(told.Stories)));
        Assert.Empty(told.Barriers);
        var said = other.Documents().Where(document => document.Content.Initiative == Ontario && document.Content.Kind.StartsWith("ask", StringComparison.Ordinal)).ToList();
        Assert.Equal(["ask", "ask-face"], said.Select(document => document.Content.Kind).Order());
        Assert.Contains(said, document => Says(document.Bytes, Hamilton));
        Assert.DoesNotContain(said, document => Says(document.Bytes, Toronto) || Says(document.Bytes, Ottawa));
        Assert.DoesNotContain(other.Documents(), document => document.Content.Kind.StartsWith("barrier", StringComparison.Ordinal));
    }

    [Fact]
    public async Task where_consent_is_narrowed_or_taken_back_the_ask_follows_by_itself()
    {
        await RaiseOfThree();
        await _nest.Local.HeardAsk(Ontario, "notice", each => each.MetBy.Named.Count == 1);
        await _nest.Local.Meet(Hamilton, new PolicyBarrier(await _nest.Local.Barrier(Hamilton, "sales")) { Naming = Counted });
        await _nest.Local.HeardAsk(Ontario, "notice", each => each.Told() == $"; {Ontario} 1; 2");

        await _nest.Local.Meet(Toronto, new PolicyBarrier(await _nest.Local.Barrier(Toronto, "sales")) { Sharing = Sharing.Kept });
        await _nest.Local.HeardAsk(Ontario, "notice", each => each.Told() == "; ; 2");
        Assert.Equal([$"{Hamilton}/sales", $"{Ottawa}/sales"], (await _nest.Provincial.Ask(Ontario, "notice")).Barriers);
        Assert.Empty((await _nest.Local.Barrier(Toronto, "sales")).TakenUp);

        var ottawas = await _nest.Local.Barrier(Ottawa, "sales");
        await _nest.Local.Policy.RemoveBarrierAsync(new RemoveBarrierRequest { Initiative = Ottawa, Barrier = "sales", Revision = ottawas.Revision });
        await _nest.Local.HeardAsk(Ontario, "notice", each => each.Told() == "; ; 1");
        Assert.Single((await _nest.Local.Barrier(Hamilton, "sales")).TakenUp);
    }

    [Fact]
    public async Task a_node_that_was_cut_off_hears_what_became_of_it_and_is_heard()
    {
        var ask = await RaiseOfThree();
        await _nest.Local.Heard(Ottawa, "sales", barrier => barrier.TakenUp.Count == 1);
        await _nest.StopLocalAsync();
        await _nest.Provincial.Move(ask, Stage.Declined, answer: "Not this year");
        await _nest.StopNationalAsync();
        await _nest.StartLocalAsync();

        var barrier = await _nest.Local.Heard(Ottawa, "sales", each => each.TakenUp[0].Stage == Stage.Declined);
        await _nest.Local.Meet(Ottawa, new PolicyBarrier(barrier) { Naming = ByName });
        await _nest.StartNationalAsync();

        await _nest.National.HeardAsk(Ontario, "notice", each => each.Stage == Stage.Declined && each.MetBy.Named.Contains(Ottawa));
    }

    [Fact]
    public async Task what_is_kept_is_in_no_other_nodes_log()
    {
        const string secret = "hushed-words";
        await _nest.Local.Hold(Hamilton);
        await _nest.Local.Meet(Hamilton, ABarrier(secret, sharing: Sharing.Kept));
        await _nest.Local.Meet(Hamilton, ABarrier("open"));
        await _nest.Local.Raise(Hamilton, AnAsk(secret, Sharing.Kept, $"{Hamilton}/open"));
        await _nest.Local.Raise(Hamilton, AnAsk("open"));
        await _nest.Local.Take(Hamilton, APosition("open", secret, sharing: Sharing.Kept));
        // Said last: where it has come, all before it would have.
        await _nest.Local.Raise(Hamilton, AnAsk("last"));
        await _nest.National.HeardAsk(Hamilton, "last");

        Assert.Equal(
            ["ask-grounds-kept", "ask-kept", "ask-position-kept", "barrier-kept"],
            _nest.Local.Documents().Select(document => document.Content.Kind).Where(kind => kind.EndsWith("-kept", StringComparison.Ordinal)).Order());
        foreach (var node in new[] { _nest.Provincial, _nest.National })
        {
            Assert.Contains(node.Documents(), document => document.Content.Kind == "ask");
            Assert.DoesNotContain(node.Documents(), document => document.Content.Kind.EndsWith("-kept", StringComparison.Ordinal) || Says(document.Bytes, secret));
        }
    }

    [Fact]
    public async Task the_nation_that_takes_the_function_over_goes_on_with_the_ask_and_the_province_is_refused()
    {
        var ask = await RaiseOfThree();
        await _nest.National.HeardAsk(Ontario, "notice", each => each.Barriers.Count == 3);
        await _nest.Provincial.Hold(Ontario, Canada);
        await _nest.National.TakeUp(Ontario, Canada);
        foreach (var node in new[] { _nest.National, _nest.Provincial }) await Until(() => node.Holds(Ontario), holder => holder == Canada);

        var read = await _nest.National.Ask(Ontario, "notice");
        var moved = await _nest.National.Move(read, Stage.UnderConsideration);
        var (code, fault) = await Refusal(() => _nest.Provincial.Move(ask, Stage.Withdrawn));

        Assert.Equal("2.1", moved.Revision);
        Assert.Equal((StatusCode.FailedPrecondition, Canada), (code, fault.Holder));
        await _nest.Local.Heard(Toronto, "sales", barrier => barrier.TakenUp[0].Stage == Stage.UnderConsideration);
        // The new holder's node follows what is agreed, as the one before did.
        await _nest.Local.Meet(Hamilton, new PolicyBarrier(await _nest.Local.Barrier(Hamilton, "sales")) { Naming = Counted });
        await _nest.Local.HeardAsk(Ontario, "notice", each => each.Told() == $"; {Ontario} 1; 2");
    }

    [Fact]
    public async Task consent_that_was_narrowed_while_nobody_held_the_function_is_followed_by_the_next_holder()
    {
        await RaiseOfThree();
        await _nest.National.HeardAsk(Ontario, "notice", each => each.Barriers.Count == 3);
        await _nest.Provincial.Charter.DeclareAsync(new DeclareRequest
        {
            Initiative = Ontario,
            Function = Function.AdvancePolicy,
            Holders = { Ontario },
            Until = DateOnly.FromDateTime(_nest.Clock.GetUtcNow().UtcDateTime).AddDays(2).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        });
        _nest.Clock.Ahead = TimeSpan.FromDays(4);
        await _nest.Local.Meet(Hamilton, new PolicyBarrier(await _nest.Local.Barrier(Hamilton, "sales")) { Naming = Counted });
        await _nest.Provincial.Heard(Hamilton, "sales", barrier => barrier.Naming == Counted);
        Assert.Equal([Hamilton], (await _nest.Provincial.Ask(Ontario, "notice")).MetBy.Named);

        await _nest.Provincial.Hold(Ontario);

        await _nest.Local.HeardAsk(Ontario, "notice", each => each.Told() == $"; {Ontario} 1; 2");
    }

    /// <summary>Three locals meet one barrier, and agree to be named by name, by place, and to be counted.</summary>
    private async Task<PolicyAsk> RaiseOfThree()
    {
        foreach (var (initiative, naming) in new[] { (Hamilton, ByName), (Toronto, ByPlace), (Ottawa, Counted) })
            await _nest.Local.Meet(initiative, ABarrier("sales", naming));
        await _nest.Provincial.Heard(Ottawa, "sales");
        var ask = await _nest.Provincial.Raise(Ontario, AnAsk("notice", Sharing.Shared, $"{Hamilton}/sales", $"{Toronto}/sales", $"{Ottawa}/sales"));
        return await _nest.Provincial.Move(ask, Stage.Raised);
    }

    /// <summary>A local initiative on a node of its own.</summary>
    private async Task<TestNode> StartSudburyAsync()
    {
        var node = await _nest.StartOtherLocalAsync();
        await Until(() => node.Register("ca.on.sudbury", Level.Local, Ontario), _ => true);
        return node;
    }

    private static (string, string, Stage) Became(PolicyBarrier barrier) => (barrier.TakenUp[0].Initiative, barrier.TakenUp[0].Ask, barrier.TakenUp[0].Stage);

    private static bool Says(byte[] bytes, string text) => Encoding.UTF8.GetString(bytes).Contains(text, StringComparison.Ordinal);
}
