using CollectiveImpact.Backbone.Tests.Network;
using Grpc.Core;
using static CollectiveImpact.Backbone.Tests.Communication.Saying;
using static CollectiveImpact.Backbone.Tests.Network.Words;

namespace CollectiveImpact.Backbone.Tests.Communication;

/// <summary>What goes down, what goes up, and what goes both ways.</summary>
public sealed class FlowTests(NodeStores stores) : IClassFixture<NodeStores>, IAsyncLifetime
{
    private TestNest _nest = null!;

    public async Task InitializeAsync() => _nest = await TestNest.StartAsync(stores);

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task an_announcement_goes_down_to_those_below_and_never_up()
    {
        await _nest.Provincial.Announce(Ontario, "from-ontario", "2026-03-02");
        await _nest.National.Announce(Canada, "from-canada", "2026-03-01");

        var listed = await Until(() => Announced(_nest.Local, Hamilton, above: true), list => list.Announcements.Count == 2);
        Assert.Equal([(Ontario, "from-ontario"), (Canada, "from-canada")], listed.Announcements.Select(each => (each.Initiative, each.Announcement_)));
        Assert.Empty((await Announced(_nest.Local, Hamilton, above: false)).Announcements);

        // What Ontario says afterwards and goes up: where it is, all before it would be.
        await _nest.Provincial.Tell(Ontario, "after");
        await Until(() => Told(_nest.National, Canada, below: true), list => list.Stories.Count == 1);
        Assert.DoesNotContain(_nest.National.Documents(), document => document.Content is { Kind: "announcement", Initiative: Ontario });
    }

    [Fact]
    public async Task a_story_goes_up_to_those_above_and_never_down()
    {
        await _nest.Local.Tell(Hamilton, "from-hamilton", "2026-03-02");
        await _nest.Provincial.Tell(Ontario, "from-ontario", "2026-03-01");

        var listed = await Until(() => Told(_nest.National, Canada, below: true), list => list.Stories.Count == 2);
        Assert.Equal([(Hamilton, "from-hamilton"), (Ontario, "from-ontario")], listed.Stories.Select(each => (each.Initiative, each.Story_)));
        Assert.Empty((await Told(_nest.National, Canada, below: false)).Stories);

        await _nest.Provincial.Announce(Ontario, "after");
        await Until(() => Announced(_nest.Local, Hamilton, above: true), list => list.Announcements.Count == 1);
        Assert.DoesNotContain(_nest.Local.Documents(), document => document.Content is { Kind: "story", Initiative: Ontario });
    }

    [Fact]
    public async Task a_thread_across_the_nest_goes_on_when_a_node_that_was_cut_off_is_back()
    {
        await _nest.Provincial.OpenChannel(Ontario, "housing", Reach.Nest);
        await _nest.Provincial.OpenThread(Ontario, "housing", "winter");
        await _nest.Provincial.Write(Ontario, "", "housing", "winter", "What do you need?");
        await Until(() => _nest.Local.Posts(Hamilton, Ontario, "housing", "winter"), posts => posts.Any());
        await _nest.Local.Write(Hamilton, Ontario, "housing", "winter", "Forty beds");
        await Until(() => _nest.National.Posts(Canada, Ontario, "housing", "winter"), posts => posts.Count() == 2);

        await _nest.StopLocalAsync();
        await _nest.National.Write(Canada, Ontario, "housing", "winter", "We can pay");
        await Until(() => _nest.Provincial.Posts(Ontario, "", "housing", "winter"), posts => posts.Count() == 3);
        await _nest.StartLocalAsync();

        string[] all = ["What do you need?", "Forty beds", "We can pay"];
        foreach (var (node, initiative) in new[] { (_nest.Local, Hamilton), (_nest.Provincial, Ontario), (_nest.National, Canada) })
            Assert.Equal(all, await Until(() => node.Posts(initiative, Ontario, "housing", "winter"), posts => posts.Count() == 3));
        // Toronto is beside Hamilton, and no post of the one is the other's, though one node hosts both.
        Assert.Equal(["What do you need?", "We can pay"], await _nest.Local.Posts(Toronto, Ontario, "housing", "winter"));
    }

    [Fact]
    public async Task a_shared_meeting_is_seen_above_and_its_withdrawal_too()
    {
        var meeting = Meeting("spring", sharing: Sharing.Shared);
        meeting.Decisions.Add(Decision("open-beds"));
        var saved = await _nest.Local.Meet(Hamilton, meeting);
        await Until(() => Decided(_nest.National, Canada), list => list.Decisions.Count == 1);

        saved.Sharing = Sharing.Kept;
        await _nest.Local.Meet(Hamilton, saved);

        await Until(() => Decided(_nest.National, Canada), list => list.Decisions.Count == 0);
        Assert.Single((await Decided(_nest.Local, Hamilton)).Decisions);
    }

    [Fact]
    public async Task what_is_written_at_another_node_than_the_initiatives_own_is_refused_and_the_node_named()
    {
        var (code, fault) = await Refusal(() => _nest.Provincial.Tell(Hamilton, "x"));

        Assert.Equal((StatusCode.FailedPrecondition, "initiative"), (code, fault.Field));
        Assert.Contains(_nest.Local.Log.Node.Fingerprint, fault.Message, StringComparison.Ordinal);
    }

    private static async Task<ListAnnouncementsResponse> Announced(TestNode node, string initiative, bool above) =>
        await node.Communication.ListAnnouncementsAsync(new ListAnnouncementsRequest { Initiative = initiative, Above = above });

    private static async Task<ListStoriesResponse> Told(TestNode node, string initiative, bool below) =>
        await node.Communication.ListStoriesAsync(new ListStoriesRequest { Initiative = initiative, Below = below });

    private static async Task<ListDecisionsResponse> Decided(TestNode node, string initiative) =>
        await node.Communication.ListDecisionsAsync(new ListDecisionsRequest { Initiative = initiative, Below = true });
}
