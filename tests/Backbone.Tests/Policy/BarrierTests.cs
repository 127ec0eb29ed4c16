using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Tests.Activities;
using CollectiveImpact.Backbone.Tests.Network;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using static CollectiveImpact.Backbone.Tests.Network.Words;
using static CollectiveImpact.Backbone.Tests.Policy.Advancing;

namespace CollectiveImpact.Backbone.Tests.Policy;

/// <summary>Barriers are written by who meets them, from what was read, and found by what they stand in the way of.</summary>
public sealed class BarrierTests(NodeStores stores) : IClassFixture<NodeStores>, IAsyncLifetime
{
    private const string Homes = $"{Canada}/homes", Need = $"{Canada}/{TestNest.Indicator}";

    private static readonly ListedClauses Agendas = new ListedClauses().With(Canada, "homes", ClauseKind.Goal).With(Toronto, "towers", ClauseKind.Strategy);

    private TestNest _nest = null!;

    public async Task InitializeAsync() => _nest = await TestNest.StartAsync(stores, services => services.AddSingleton<IClauses>(Agendas));

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task what_is_written_is_read_back_whole_and_its_secret_is_not_shown()
    {
        await _nest.Local.Meet(Hamilton, ABarrier("other"));
        var whole = new PolicyBarrier(ABarrier("sales", ByPlace)) { Clauses = { Homes }, Indicators = { Need }, Like = { $"{Hamilton}/other" }, Since = "2024-05-01" };

        var saved = await _nest.Local.Meet(Hamilton, whole);

        Assert.Equal(new PolicyBarrier(whole) { Initiative = Hamilton, Revision = "0.1" }, saved);
        Assert.Equal(saved, await _nest.Local.Barrier(Hamilton, "sales"));
    }

    [Fact]
    public async Task a_new_one_is_kept_and_counted_unless_it_says_otherwise_and_stays_as_it_is()
    {
        var quiet = await _nest.Local.Meet(Hamilton, ABarrier("sales", default, default));
        Assert.Equal((Sharing.Kept, Advancing.Counted), (quiet.Sharing, quiet.Naming));

        var named = await _nest.Local.Meet(Hamilton, new PolicyBarrier(quiet) { Sharing = Sharing.Shared, Naming = ByName });
        var stays = await _nest.Local.Meet(Hamilton, new PolicyBarrier(named) { Sharing = default, Naming = default });

        Assert.Equal((Sharing.Shared, ByName), (stays.Sharing, stays.Naming));
    }

    [Fact]
    public async Task of_two_that_read_the_same_the_second_is_refused_and_told_what_stands()
    {
        var read = await _nest.Local.Meet(Hamilton, ABarrier("sales"));
        var first = await _nest.Local.Meet(Hamilton, new PolicyBarrier(read) { Naming = Advancing.Counted });

        var (code, fault) = await Refusal(() => _nest.Local.Meet(Hamilton, new PolicyBarrier(read) { Naming = ByPlace }));

        Assert.Equal((StatusCode.Aborted, "revision"), (code, fault.Field));
        Assert.Contains(first.Revision, fault.Message, StringComparison.Ordinal);
        Assert.Equal(first, await _nest.Local.Barrier(Hamilton, "sales"));
    }

    public static TheoryData<string, StatusCode, Action<PolicyBarrier>> Wrong => new()
    {
        { "barrier.barrier", StatusCode.InvalidArgument, barrier => barrier.Barrier = "a/b" },
        { "barrier.title", StatusCode.InvalidArgument, barrier => barrier.Title = null },
        { "barrier.title.fr", StatusCode.InvalidArgument, barrier => barrier.Title = new Text { Fr = new string('é', 201) } },
        { "barrier.effect", StatusCode.InvalidArgument, barrier => barrier.Effect = new Text() },
        { "barrier.effect.en", StatusCode.InvalidArgument, barrier => barrier.Effect = new Text { En = new string('x', 2001) } },
        { "barrier.since", StatusCode.InvalidArgument, barrier => barrier.Since = "2026-02-30" },
        { "barrier.since", StatusCode.InvalidArgument, barrier => barrier.Since = "9999-01-01" },
        { "barrier.naming", StatusCode.InvalidArgument, barrier => barrier.Naming = (PolicyBarrier.Types.Naming)9 },
        { "barrier.sharing", StatusCode.InvalidArgument, barrier => barrier.Sharing = (Sharing)9 },
        { "barrier.clauses[0]", StatusCode.InvalidArgument, barrier => barrier.Clauses.Add("homes") },
        { "barrier.clauses[0]", StatusCode.InvalidArgument, barrier => barrier.Clauses.Add($"{Toronto}/towers") },
        { "barrier.clauses[1]", StatusCode.NotFound, barrier => barrier.Clauses.Add([Homes, $"{Canada}/nothing"]) },
        { "barrier.indicators[0]", StatusCode.NotFound, barrier => barrier.Indicators.Add($"{Canada}/nothing") },
        { "barrier.like[0]", StatusCode.InvalidArgument, barrier => barrier.Like.Add($"{Hamilton}/sales") },
        { "barrier.like[0]", StatusCode.InvalidArgument, barrier => barrier.Like.Add($"{Toronto}/theirs") },
        { "barrier.like[0]", StatusCode.NotFound, barrier => barrier.Like.Add($"{Hamilton}/nothing") },
        { "barrier.initiative", StatusCode.InvalidArgument, barrier => barrier.Initiative = Toronto },
    };

    [Theory, MemberData(nameof(Wrong))]
    public async Task what_is_malformed_or_not_there_is_refused_by_name(string field, StatusCode code, Action<PolicyBarrier> wrong)
    {
        var barrier = ABarrier("sales");
        wrong(barrier);

        var refusal = await Refusal(() => _nest.Local.Meet(Hamilton, barrier));

        Assert.Equal((code, field), (refusal.Code, refusal.Fault.Field));
        Assert.Empty(await _nest.Local.Barriers(new ListBarriersRequest { Initiative = Hamilton }));
    }

    [Fact]
    public async Task a_node_that_does_not_host_the_initiative_is_refused() =>
        Assert.Equal(StatusCode.FailedPrecondition, (await Refusal(() => _nest.Provincial.Meet(Hamilton, ABarrier("sales")))).Code);

    [Fact]
    public async Task lists_are_filtered_and_paged_over_all_below()
    {
        foreach (var (initiative, id) in new[] { (Hamilton, "a"), (Hamilton, "b"), (Toronto, "a"), (Ottawa, "a") })
            await _nest.Local.Meet(initiative, ABarrier(id));
        await _nest.Local.Meet(Toronto, new PolicyBarrier(ABarrier("c")) { Clauses = { Homes } });
        await _nest.Local.Meet(Ottawa, new PolicyBarrier(ABarrier("c")) { Clauses = { Homes }, Indicators = { Need } });
        await _nest.Provincial.Heard(Ottawa, "c");

        var all = await Acting.All<string>(async token =>
        {
            var page = await _nest.Provincial.Policy.ListBarriersAsync(new ListBarriersRequest { Initiative = Ontario, Below = true, PageSize = 2, PageToken = token });
            return ([.. page.Barriers.Select(barrier => $"{barrier.Initiative}/{barrier.Barrier}")], page.NextPageToken);
        });

        Assert.Equal([$"{Hamilton}/a", $"{Hamilton}/b", $"{Toronto}/a", $"{Toronto}/c", $"{Ottawa}/a", $"{Ottawa}/c"], all);
        Assert.Equal([$"{Ottawa}/a", $"{Ottawa}/c"], await _nest.Provincial.Barriers(new ListBarriersRequest { Initiative = Quebec, Below = true }));
        Assert.Equal([$"{Toronto}/c", $"{Ottawa}/c"], await _nest.Provincial.Barriers(new ListBarriersRequest { Initiative = Ontario, Below = true, Clause = Homes }));
        Assert.Equal([$"{Ottawa}/c"], await _nest.Provincial.Barriers(new ListBarriersRequest { Initiative = Ontario, Below = true, Clause = Homes, Indicator = Need }));
        Assert.Equal([$"{Toronto}/c"], await _nest.Local.Barriers(new ListBarriersRequest { Initiative = Toronto, Clause = Homes }));
    }

    [Fact]
    public async Task the_province_sees_what_several_of_its_locals_meet()
    {
        await _nest.Provincial.Hold(Ontario);
        await _nest.Local.Meet(Hamilton, new PolicyBarrier(ABarrier("sales")) { Clauses = { Homes } });
        await _nest.Local.Meet(Toronto, new PolicyBarrier(ABarrier("deals", Advancing.Counted)) { Clauses = { Homes } });
        await _nest.Local.Meet(Toronto, new PolicyBarrier(ABarrier("forms")) { Indicators = { Need } });
        await _nest.Local.Meet(Ottawa, ABarrier("two-laws"));
        await _nest.Provincial.Heard(Ottawa, "two-laws");
        await _nest.Provincial.Meet(Ontario, new PolicyBarrier(ABarrier("papers")) { Like = { $"{Toronto}/forms", $"{Ottawa}/two-laws" } });

        var groups = (await _nest.Provincial.Policy.ListCommonBarriersAsync(new ListCommonBarriersRequest { Initiative = Ontario })).Groups;

        Assert.Equal([$"alike {Ontario}/papers", $"clause {Homes}"], groups.Select(group => group.Subject));
        Assert.Equal((3, 3, 3), (groups[0].Initiatives, groups[0].Barriers, groups[0].NotTakenUp));
        Assert.Equal((2, 2, 2), (groups[1].Initiatives, groups[1].Barriers, groups[1].NotTakenUp));
        Assert.Equal([$"{Hamilton}/sales", $"{Toronto}/deals"], groups[1].First.Select(named => $"{named.Initiative}/{named.Barrier}"));

        await _nest.Provincial.Raise(Ontario, AnAsk("notice", Sharing.Shared, $"{Hamilton}/sales"));
        await _nest.Provincial.Raise(Ontario, AnAsk("offer", Sharing.Kept, $"{Toronto}/deals"));

        var open = (await _nest.Provincial.Policy.ListCommonBarriersAsync(new ListCommonBarriersRequest { Initiative = Ontario, NotTakenUp = true, PageSize = 1 })).Groups;
        Assert.Equal([$"alike {Ontario}/papers"], open.Select(group => group.Subject));
        var one = await _nest.Provincial.Policy.ListCommonBarriersAsync(new ListCommonBarriersRequest { Initiative = Ontario, MetBy = 1, PageToken = open[0].Subject });
        Assert.Equal([$"clause {Homes}", $"indicator {Need}"], one.Groups.Select(group => group.Subject));
        Assert.Equal([$"{Toronto}/forms", $"{Ottawa}/two-laws"], await _nest.Provincial.Barriers(new ListBarriersRequest { Initiative = Ontario, Below = true, NotTakenUp = true })
            is var left ? left.Where(each => !each.StartsWith($"{Ontario}/", StringComparison.Ordinal)) : []);
    }
}
