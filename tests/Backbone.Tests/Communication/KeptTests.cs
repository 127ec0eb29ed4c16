using System.Text;
using CollectiveImpact.Backbone.Tests.Network;
using Grpc.Core;
using static CollectiveImpact.Backbone.Tests.Communication.Saying;
using static CollectiveImpact.Backbone.Tests.Network.Words;

namespace CollectiveImpact.Backbone.Tests.Communication;

/// <summary>What is drafted, kept or within an initiative never leaves its node: it is in no other node's log.</summary>
public sealed class KeptTests(NodeStores stores) : IClassFixture<NodeStores>, IAsyncLifetime
{
    private const string Secret = "between-us-alone";
    private TestNest _nest = null!;

    public async Task InitializeAsync() => _nest = await TestNest.StartAsync(stores);

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task a_draft_never_leaves_its_node()
    {
        var draft = await _nest.Local.Draft(Hamilton, "idea", Secret);
        await _nest.Local.Draft(Hamilton, "idea", $"{Secret}, again", draft.Revision);

        await IsInNoOtherLog("draft");
    }

    [Fact]
    public async Task a_kept_meeting_never_leaves_its_node()
    {
        await _nest.Local.Partner(Hamilton, Secret, Sharing.Kept);
        var meeting = Meeting("closed");
        meeting.Attendees.Add(Secret);
        meeting.Minutes = Words(Secret);
        Assert.Equal(Sharing.Kept, (await _nest.Local.Meet(Hamilton, meeting)).Sharing);

        await IsInNoOtherLog("meeting-kept");
    }

    [Fact]
    public async Task a_channel_within_an_initiative_and_all_in_it_never_leave_their_node()
    {
        await _nest.Local.OpenChannel(Hamilton, "board", Reach.Within);
        await _nest.Local.OpenThread(Hamilton, "board", Secret);
        await _nest.Local.Write(Hamilton, "", "board", Secret, Secret);

        Assert.Equal([Secret], await _nest.Local.Posts(Hamilton, "", "board", Secret));
        await IsInNoOtherLog("channel-kept", "thread-kept", "post-kept");
    }

    [Fact]
    public async Task what_is_within_an_initiative_is_not_anothers_of_the_same_node()
    {
        await _nest.Local.OpenChannel(Hamilton, "board", Reach.Within);
        await _nest.Local.OpenThread(Hamilton, "board", "talk");

        var listed = await _nest.Local.Communication.ListChannelsAsync(new ListChannelsRequest { Initiative = Toronto });
        var (code, fault) = await Refusal(() => _nest.Local.Posts(Toronto, Hamilton, "board", "talk"));

        Assert.Empty(listed.Channels);
        Assert.Equal((StatusCode.InvalidArgument, "of"), (code, fault.Field));
    }

    [Fact]
    public async Task a_person_or_a_kept_partner_is_not_named_in_what_travels()
    {
        await _nest.Local.Partner(Hamilton, "jane", Sharing.Kept);
        await _nest.Local.OpenChannel(Hamilton, "open", Reach.Nest);
        await _nest.Local.OpenThread(Hamilton, "open", "talk");
        var attended = Meeting("open", sharing: Sharing.Shared);
        attended.Attendees.Add("jane");
        var owned = Meeting("open", sharing: Sharing.Shared);
        owned.Actions.Add(Action("call", "jane"));

        Assert.Equal("post.author", (await Refusal(() => _nest.Local.Write(Hamilton, "", "open", "talk", "Hello", author: "jane"))).Fault.Field);
        Assert.Equal("meeting.attendees[0]", (await Refusal(() => _nest.Local.Meet(Hamilton, attended))).Fault.Field);
        Assert.Equal("meeting.actions[0].owner", (await Refusal(() => _nest.Local.Meet(Hamilton, owned))).Fault.Field);
    }

    [Fact]
    public async Task a_kept_meeting_that_names_a_person_is_not_shared_later()
    {
        await _nest.Local.Partner(Hamilton, "jane", Sharing.Kept);
        var meeting = Meeting("closed");
        meeting.Attendees.Add("jane");
        var saved = await _nest.Local.Meet(Hamilton, meeting);

        saved.Sharing = Sharing.Shared;

        Assert.Equal("meeting.attendees[0]", (await Refusal(() => _nest.Local.Meet(Hamilton, saved))).Fault.Field);
    }

    [Fact]
    public async Task publishing_takes_the_draft_out_in_the_same_operation()
    {
        await _nest.Local.OpenChannel(Hamilton, "open", Reach.Nest);
        await _nest.Local.OpenThread(Hamilton, "open", "talk");
        await _nest.Local.Draft(Hamilton, "idea", "an idea");
        await Refusal(() => _nest.Local.Write(Hamilton, "", "open", "nowhere", "an idea", draft: "idea"));
        Assert.Single((await _nest.Local.Communication.ListDraftsAsync(new ListDraftsRequest { Initiative = Hamilton })).Drafts);

        await _nest.Local.Write(Hamilton, "", "open", "talk", "an idea", draft: "idea");

        Assert.Empty((await _nest.Local.Communication.ListDraftsAsync(new ListDraftsRequest { Initiative = Hamilton })).Drafts);
        Assert.Equal((StatusCode.NotFound, "draft"), await Field(() => _nest.Local.Write(Hamilton, "", "open", "talk", "an idea", draft: "idea")));
    }

    private async Task IsInNoOtherLog(params string[] kinds)
    {
        // A story is written after it and goes all the way up: where it is, all before it would be. What goes down from
        // a local initiative has nobody to go to.
        await _nest.Local.Tell(Hamilton, "after");
        await Until(
            async () => await _nest.National.Communication.ListStoriesAsync(new ListStoriesRequest { Initiative = Canada, Below = true }), list => list.Stories.Count == 1);

        foreach (var kind in kinds) Assert.Contains(_nest.Local.Documents(), document => document.Content.Kind == kind);
        foreach (var node in new[] { _nest.Provincial, _nest.National })
        {
            Assert.DoesNotContain(node.Documents(), document => kinds.Contains(document.Content.Kind));
            Assert.DoesNotContain(node.Documents(), document => Encoding.UTF8.GetString(document.Bytes).Contains(Secret, StringComparison.Ordinal));
        }
    }

    private static async Task<(StatusCode, string)> Field(Func<Task> call)
    {
        var (code, fault) = await Refusal(call);
        return (code, fault.Field);
    }
}
