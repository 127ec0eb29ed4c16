using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Tests.Network;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using static CollectiveImpact.Backbone.Tests.Activities.Acting;
using static CollectiveImpact.Backbone.Tests.Network.Words;

namespace CollectiveImpact.Backbone.Tests.Activities;

/// <summary>Activities are written by whoever holds the function, from what was read, and name only what there is.</summary>
public sealed class WritingTests(NodeStores stores) : IClassFixture<NodeStores>, IAsyncLifetime
{
    private static readonly ListedClauses Agendas = new ListedClauses()
        .With(Canada, "homes", ClauseKind.Goal).With(Hamilton, "beds", ClauseKind.Strategy).With(Toronto, "beds", ClauseKind.Strategy);

    private TestNest _nest = null!;

    public async Task InitializeAsync()
    {
        _nest = await TestNest.StartAsync(stores, services => services.AddSingleton<IClauses>(Agendas));
        await _nest.PrepareAsync();
    }

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task what_is_written_is_read_back_whole()
    {
        await _nest.Local.Save(An(Hamilton, "kitchen"));
        var whole = new Activity(An(Hamilton, "shelters"))
        {
            Description = new Text { En = "Beds 🛏", Fr = "Des lits" },
            Partners = { Shelter },
            Clauses = { $"{Canada}/homes", $"{Hamilton}/beds" },
            Indicators = { $"{Canada}/{TestNest.Indicator}" },
            From = "2026-01-01",
            Until = "2026-12-31",
            DependsOn = { $"{Hamilton}/kitchen" },
            Reinforces = { $"{Hamilton}/kitchen" },
        };

        var saved = await _nest.Local.Save(whole);

        Assert.Equal(saved, await _nest.Local.Get(Hamilton, "shelters"));
        Assert.Equal(new Activity(whole) { Revision = "1.1" }, saved);
    }

    [Fact]
    public async Task a_new_one_is_kept_unless_it_says_otherwise_and_stays_as_it_is()
    {
        var quiet = await _nest.Local.Save(new Activity(An(Hamilton, "quiet")) { Sharing = Sharing.Unspecified });
        Assert.Equal(Sharing.Kept, quiet.Sharing);
        var shared = await _nest.Local.Save(new Activity(quiet) { Sharing = Sharing.Shared });
        Assert.Equal(Sharing.Shared, (await _nest.Local.Save(new Activity(shared) { Sharing = Sharing.Unspecified, Lead = Shelter })).Sharing);
    }

    [Fact]
    public async Task of_two_that_read_the_same_the_second_is_refused_and_told_what_stands()
    {
        var read = await _nest.Local.Save(An(Hamilton, "shelters"));
        var first = await _nest.Local.Save(new Activity(read) { Lead = Shelter });

        var (code, fault) = await Refusal(() => _nest.Local.Save(new Activity(read) { Status = Activity.Types.Status.Done }));

        Assert.Equal((StatusCode.Aborted, "revision"), (code, fault.Field));
        Assert.Contains(first.Revision, fault.Message, StringComparison.Ordinal);
        Assert.Equal(first, await _nest.Local.Get(Hamilton, "shelters"));
    }

    public static TheoryData<string, StatusCode, Action<Activity>> Wrong => new()
    {
        { "initiative", StatusCode.InvalidArgument, activity => activity.Initiative = "Hamilton" },
        { "initiative", StatusCode.NotFound, activity => activity.Initiative = "ca.on.london" },
        { "activity.activity", StatusCode.InvalidArgument, activity => activity.Activity_ = "a/b" },
        { "activity.name", StatusCode.InvalidArgument, activity => activity.Name = null },
        { "activity.name.en", StatusCode.InvalidArgument, activity => activity.Name = new Text { En = new string('é', 201) } },
        { "activity.description.fr", StatusCode.InvalidArgument, activity => activity.Description = new Text { Fr = new string('é', 2001) } },
        { "activity.status", StatusCode.InvalidArgument, activity => activity.Status = Activity.Types.Status.Unspecified },
        { "activity.sharing", StatusCode.InvalidArgument, activity => activity.Sharing = (Sharing)9 },
        { "activity.from", StatusCode.InvalidArgument, activity => activity.From = "2026-02-30" },
        { "activity.until", StatusCode.InvalidArgument, activity => (activity.From, activity.Until) = ("2026-02-01", "2026-01-01") },
        { "activity.lead", StatusCode.InvalidArgument, activity => activity.Lead = "" },
        { "activity.lead", StatusCode.NotFound, activity => activity.Lead = "nobody" },
        { "activity.partners[1]", StatusCode.NotFound, activity => activity.Partners.Add([Shelter, "nobody"]) },
        { "activity.partners[0]", StatusCode.InvalidArgument, activity => activity.Partners.Add(City) },
        { "activity.clauses[0]", StatusCode.InvalidArgument, activity => activity.Clauses.Add("homes") },
        { "activity.clauses[0]", StatusCode.NotFound, activity => activity.Clauses.Add($"{Hamilton}/roads") },
        { "activity.clauses[1]", StatusCode.InvalidArgument, activity => activity.Clauses.Add([$"{Canada}/homes", $"{Toronto}/beds"]) },
        { "activity.clauses", StatusCode.InvalidArgument, activity => activity.Clauses.Add(Enumerable.Range(0, 21).Select(i => $"{Canada}/c{i}")) },
        { "activity.indicators[0]", StatusCode.NotFound, activity => activity.Indicators.Add($"{Canada}/roads") },
        { "activity.indicators[0]", StatusCode.InvalidArgument, activity => activity.Indicators.Add($"{Toronto}/{TestNest.Indicator}") },
        { "activity.depends_on[0]", StatusCode.NotFound, activity => activity.DependsOn.Add($"{Hamilton}/nothing") },
        { "activity.depends_on[0]", StatusCode.InvalidArgument, activity => activity.DependsOn.Add($"{Hamilton}/new") },
        { "activity.reinforces[0]", StatusCode.InvalidArgument, activity => activity.Reinforces.Add($"{Hamilton}/new") },
        { "revision", StatusCode.Aborted, activity => activity.Revision = "1.1" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task a_field_at_fault_is_named_and_nothing_is_written(string field, StatusCode code, Action<Activity> spoil)
    {
        var activity = An(Hamilton, "new");
        spoil(activity);

        var refusal = await Refusal(() => _nest.Local.Save(activity));

        Assert.Equal((code, field), (refusal.Code, refusal.Fault.Field));
        Assert.Empty((await _nest.Local.List(new ListActivitiesRequest { Initiative = Hamilton })).Activities);
    }

    [Fact]
    public async Task what_was_named_before_and_is_gone_since_does_not_keep_from_changing_the_rest()
    {
        await _nest.Local.Join(Hamilton, "church");
        var saved = await _nest.Local.Save(new Activity(An(Hamilton, "shelters")) { Partners = { "church" } });
        await _nest.Local.Partners.RemovePartnerAsync(new RemovePartnerRequest { Initiative = Hamilton, Partner = "church", Revision = "0.1" });

        var later = await _nest.Local.Save(new Activity(saved) { Status = Activity.Types.Status.Underway });

        Assert.Equal("church", Assert.Single(later.Partners));
    }

    [Fact]
    public async Task a_way_back_to_the_activity_itself_is_refused_and_told()
    {
        var first = await _nest.Local.Save(An(Hamilton, "first"));
        await _nest.Local.Save(new Activity(An(Hamilton, "second")) { DependsOn = { $"{Hamilton}/first" } });
        await _nest.Local.Save(new Activity(An(Hamilton, "third")) { DependsOn = { $"{Hamilton}/second" } });

        var (code, fault) = await Refusal(() => _nest.Local.Save(new Activity(first) { DependsOn = { $"{Hamilton}/third" } }));

        Assert.Equal((StatusCode.InvalidArgument, "activity.depends_on[0]"), (code, fault.Field));
        Assert.Contains(
            $"{Hamilton}/first depends on {Hamilton}/third depends on {Hamilton}/second depends on {Hamilton}/first", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_is_shared_names_nothing_that_is_kept()
    {
        await _nest.Local.Join(Hamilton, "quiet", Sharing.Kept);
        await _nest.Local.Save(new Activity(An(Hamilton, "draft")) { Sharing = Sharing.Kept });
        var shared = An(Hamilton, "shelters");

        var partner = await Refusal(() => _nest.Local.Save(new Activity(shared) { Partners = { "quiet" } }));
        var other = await Refusal(() => _nest.Local.Save(new Activity(shared) { Reinforces = { $"{Hamilton}/draft" } }));

        Assert.Equal(("activity.partners[0]", "activity.reinforces[0]"), (partner.Fault.Field, other.Fault.Field));
        var kept = await _nest.Local.Save(new Activity(shared) { Partners = { "quiet" }, Reinforces = { $"{Hamilton}/draft" }, Sharing = Sharing.Kept });
        Assert.Equal("activity.partners[0]", (await Refusal(() => _nest.Local.Save(new Activity(kept) { Sharing = Sharing.Shared }))).Fault.Field);
    }

    [Fact]
    public async Task what_is_named_is_not_removed_and_not_kept()
    {
        var kitchen = await _nest.Local.Save(An(Hamilton, "kitchen"));
        var shelters = await _nest.Local.Save(new Activity(An(Hamilton, "shelters")) { DependsOn = { $"{Hamilton}/kitchen" } });
        var promise = await _nest.Local.Save(Promise(Hamilton, "beds", "shelters", "2026-06-30"));

        Assert.Equal((StatusCode.FailedPrecondition, "activity"), await Outcome(() => Remove(kitchen)));
        Assert.Equal((StatusCode.FailedPrecondition, "activity"), await Outcome(() => Remove(shelters)));
        Assert.Equal((StatusCode.FailedPrecondition, "activity.sharing"), await Outcome(() => _nest.Local.Save(new Activity(kitchen) { Sharing = Sharing.Kept })));
        Assert.Equal((StatusCode.FailedPrecondition, "activity.sharing"), await Outcome(() => _nest.Local.Save(new Activity(shelters) { Sharing = Sharing.Kept })));

        await _nest.Local.Activities.RemoveCommitmentAsync(
            new RemoveCommitmentRequest { Initiative = Hamilton, Commitment = "beds", Revision = promise.Revision });
        await Remove(shelters);
        await Remove(kitchen);
        Assert.Empty((await _nest.Local.List(new ListActivitiesRequest { Initiative = Hamilton })).Activities);
    }

    private static async Task<(StatusCode, string)> Outcome(Func<Task> call)
    {
        var (code, fault) = await Refusal(call);
        return (code, fault.Field);
    }

    private async Task Remove(Activity activity) => await _nest.Local.Activities.RemoveActivityAsync(
        new RemoveActivityRequest { Initiative = activity.Initiative, Activity = activity.Activity_, Revision = activity.Revision });
}
