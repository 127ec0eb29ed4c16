using CollectiveImpact.Backbone.Tests.Network;
using Grpc.Core;
using static CollectiveImpact.Backbone.Tests.Activities.Acting;
using static CollectiveImpact.Backbone.Tests.Network.Words;

namespace CollectiveImpact.Backbone.Tests.Activities;

/// <summary>Activities are known above and below, kept ones nowhere else, and written by one holder at a time.</summary>
public sealed class AcrossLevelsTests(NodeStores stores) : IClassFixture<NodeStores>, IAsyncLifetime
{
    private TestNest _nest = null!;

    public async Task InitializeAsync()
    {
        _nest = await TestNest.StartAsync(stores);
        await _nest.PrepareAsync();
    }

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task what_is_shared_is_known_above_and_below()
    {
        var national = await _nest.National.Save(An(Canada, "fund"));
        var local = await _nest.Local.Save(An(Hamilton, "shelters"));

        Assert.Equal(national, await _nest.Local.Heard(Canada, "fund"));
        Assert.Equal(local, await _nest.National.Heard(Hamilton, "shelters"));
    }

    [Fact]
    public async Task a_node_that_was_cut_off_catches_up_both_ways()
    {
        await _nest.Local.Save(An(Hamilton, "shelters"));
        var fund = await _nest.National.Save(An(Canada, "fund"));
        await _nest.Local.Heard(Canada, "fund");
        await _nest.StopNationalAsync();
        await _nest.Local.Save(new Activity(An(Hamilton, "kitchen")) { DependsOn = { $"{Canada}/fund" } });
        await _nest.StartNationalAsync();
        await _nest.National.Save(new Activity(fund) { Status = Activity.Types.Status.Stopped });

        await _nest.National.Heard(Hamilton, "kitchen");
        await _nest.Local.Heard(Canada, "fund", activity => activity.Status == Activity.Types.Status.Stopped);
        var edge = Assert.Single((await _nest.Local.Activities.GetReinforcementAsync(new GetReinforcementRequest { Initiative = Hamilton, Broken = true })).Edges);
        Assert.Equal(($"{Hamilton}/kitchen", $"{Canada}/fund", Reinforcement.Types.Break.Stopped), (edge.From.Name(), edge.To.Name(), edge.Broken));
    }

    [Fact]
    public async Task what_is_kept_is_in_no_other_nodes_log()
    {
        const string secret = "hushed-words";
        await _nest.Local.Save(new Activity(An(Hamilton, secret)) { Sharing = Sharing.Kept });
        await _nest.Local.Save(new Commitment(Promise(Hamilton, $"{secret}-promise", secret, "2026-06-30")) { Sharing = Sharing.Kept });
        await _nest.Local.Save(An(Hamilton, "open"));
        await _nest.Local.Save(new Commitment(Promise(Hamilton, $"{secret}-note", "open", "2026-06-30")) { Sharing = Sharing.Kept });
        // Said last: where it has come, all before it would have.
        await _nest.Local.Save(An(Hamilton, "last"));
        await _nest.National.Heard(Hamilton, "last");

        foreach (var node in new[] { _nest.Provincial, _nest.National })
        {
            var documents = node.Log.Read(reader => reader.DocumentsAfter(0, int.MaxValue));
            Assert.Contains(documents, document => document.Key.Kind == "activity");
            Assert.DoesNotContain(documents, document =>
                document.Key.Kind.EndsWith("-kept", StringComparison.Ordinal) || System.Text.Encoding.UTF8.GetString(document.Bytes).Contains(secret, StringComparison.Ordinal));
        }

        Assert.Equal(3, _nest.Local.Log.Read(reader => reader.DocumentsAfter(0, int.MaxValue)).Count(document => document.Key.Kind.EndsWith("-kept", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task what_is_kept_from_now_on_is_withdrawn_elsewhere()
    {
        var open = await _nest.Local.Save(An(Hamilton, "open"));
        await _nest.National.Heard(Hamilton, "open");

        await _nest.Local.Save(new Activity(open) { Sharing = Sharing.Kept });

        await Until(() => _nest.National.List(new ListActivitiesRequest { Initiative = Canada, Below = true }), list => list.Activities.Count == 0);
        Assert.Equal("open", Assert.Single((await _nest.Local.List(new ListActivitiesRequest { Initiative = Hamilton, Below = true })).Activities).Activity_);
    }

    [Fact]
    public async Task a_province_that_takes_the_function_over_edits_what_the_local_wrote_and_the_local_is_refused()
    {
        var written = await _nest.Local.Save(new Activity(An(Hamilton, "shelters")) { Partners = { Shelter } });
        await _nest.Local.Charter.DeclareAsync(new DeclareRequest { Initiative = Hamilton, Function = Function.SupportAlignedActivities, Holders = { Ontario } });
        await Until(
            async () => await _nest.Provincial.Charter.RespondAsync(new RespondRequest
            {
                Initiative = Hamilton,
                Function = Function.SupportAlignedActivities,
                Responder = Ontario,
                Answer = RespondRequest.Types.Answer.Accept,
            }),
            _ => true);
        await Until(() => Holding(_nest.Provincial), state => state is { Writer: Ontario, Epoch: 2 });
        await _nest.Provincial.Heard(Hamilton, "shelters");

        // A partner that is kept is known to its host alone; another holder takes its id as it is.
        var edited = await _nest.Provincial.Activities.SaveActivityAsync(
            new SaveActivityRequest { Initiative = written.Initiative, Activity = new Activity(written) { Lead = "kept-at-home" }, By = Ontario });

        Assert.Equal("2.1", edited.Revision);
        Assert.Equal("kept-at-home", (await _nest.Local.Heard(Hamilton, "shelters", activity => activity.Revision == "2.1")).Lead);
        var (code, fault) = await Refusal(() => _nest.Local.Save(new Activity(edited) { Lead = City }));
        Assert.Equal((StatusCode.FailedPrecondition, Ontario), (code, fault.Holder));
        var by = await Refusal(async () => await _nest.Provincial.Activities.SaveActivityAsync(new SaveActivityRequest { Initiative = edited.Initiative, Activity = edited, By = Quebec }));
        Assert.Equal("by", by.Fault.Field);
    }

    [Fact]
    public async Task where_a_former_holder_kept_what_the_present_one_shares_it_is_counted_once()
    {
        await _nest.Local.Save(new Activity(An(Hamilton, "shelters")) { Sharing = Sharing.Kept, Indicators = { $"{Canada}/{TestNest.Indicator}" } });
        await _nest.Local.Charter.DeclareAsync(new DeclareRequest { Initiative = Hamilton, Function = Function.SupportAlignedActivities, Holders = { Ontario } });
        await Until(
            async () => await _nest.Provincial.Charter.RespondAsync(new RespondRequest
            {
                Initiative = Hamilton,
                Function = Function.SupportAlignedActivities,
                Responder = Ontario,
                Answer = RespondRequest.Types.Answer.Accept,
            }),
            _ => true);
        await Until(() => Holding(_nest.Provincial), state => state is { Writer: Ontario, Epoch: 2 });
        await _nest.Provincial.Save(new Activity(An(Hamilton, "shelters")) { Indicators = { $"{Canada}/{TestNest.Indicator}" } });
        await _nest.Local.Heard(Hamilton, "shelters", activity => activity.Revision == "2.1");

        var row = Assert.Single((await _nest.Local.Coverage(Hamilton, GetCoverageRequest.Types.Subject.Indicator)).Rows);

        Assert.Equal((Level.Local, 1), (Assert.Single(row.Levels).Level, row.Levels[0].Working));
    }

    private static async Task<FunctionState> Holding(TestNode node) =>
        (await node.Charter.GetFunctionMapAsync(new GetFunctionMapRequest { Initiative = Hamilton }))
            .Functions.Single(state => state.Function == Function.SupportAlignedActivities);
}
