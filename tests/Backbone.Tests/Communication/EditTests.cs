using CollectiveImpact.Backbone.Tests.Network;
using Grpc.Core;
using static CollectiveImpact.Backbone.Tests.Communication.Saying;
using static CollectiveImpact.Backbone.Tests.Network.Words;

namespace CollectiveImpact.Backbone.Tests.Communication;

/// <summary>Writing, writing anew, and withdrawing.</summary>
public sealed class EditTests(NodeStores stores) : IClassFixture<NodeStores>, IAsyncLifetime
{
    private TestNest _nest = null!;

    private TestNode Local => _nest.Local;

    public async Task InitializeAsync() => _nest = await TestNest.StartAsync(stores);

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task of_two_edits_of_one_record_the_second_is_refused_with_the_revision_that_stands()
    {
        var channel = await Local.OpenChannel(Hamilton, "open", Reach.Nest);
        var thread = await Local.OpenThread(Hamilton, "open", "talk");
        var post = await Local.Write(Hamilton, "", "open", "talk", "one");
        var draft = await Local.Draft(Hamilton, "idea", "one");
        var meeting = await Local.Meet(Hamilton, Meeting("spring"));
        var announcement = await Local.Announce(Hamilton, "news");
        var story = await Local.Tell(Hamilton, "tale");
        meeting.Minutes = Words("said");

        await IsRefused(() => Local.OpenThread(Hamilton, "open", "talk", thread.Revision, "indicator ca/need"));
        await IsRefused(() => Local.Write(Hamilton, "", "open", "talk", "two", number: post.Number, revision: post.Revision));
        await IsRefused(() => Local.Draft(Hamilton, "idea", "two", draft.Revision));
        await IsRefused(() => Local.Meet(Hamilton, meeting));
        await IsRefused(() => Local.Announce(Hamilton, "news", text: "two", revision: announcement.Revision));
        await IsRefused(() => Local.Tell(Hamilton, "tale", text: "two", revision: story.Revision));
        await IsRefused(() => Local.Communication.RemoveThreadAsync(
            new RemoveThreadRequest { Initiative = Hamilton, Channel = "open", Thread = "talk", Revision = thread.Revision }).ResponseAsync, first: false);
        await IsRefused(() => Local.OpenChannel(Hamilton, "open", Reach.Nest, "0.9"), first: false);
        Assert.Equal("0.1", channel.Revision);
    }

    [Fact]
    public async Task a_post_written_anew_keeps_its_number_and_its_time()
    {
        await Local.OpenChannel(Hamilton, "open", Reach.Nest);
        await Local.OpenThread(Hamilton, "open", "talk");
        var first = await Local.Write(Hamilton, "", "open", "talk", "one");
        var second = await Local.Write(Hamilton, "", "open", "talk", "two");

        var again = await Local.Write(Hamilton, "", "open", "talk", "one, anew", number: first.Number, revision: first.Revision);

        Assert.Equal((1, 2, 1), (first.Number, second.Number, again.Number));
        Assert.Equal(first.WrittenAt, again.WrittenAt);
        Assert.Equal(["one, anew", "two"], await Local.Posts(Hamilton, "", "open", "talk"));
    }

    [Fact]
    public async Task a_withdrawn_posts_number_is_not_used_again()
    {
        await Local.OpenChannel(Hamilton, "open", Reach.Nest);
        await Local.OpenThread(Hamilton, "open", "talk");
        var post = await Local.Write(Hamilton, "", "open", "talk", "one");
        await Local.Communication.WithdrawPostAsync(
            new WithdrawPostRequest { Initiative = Hamilton, Channel = "open", Thread = "talk", Number = post.Number, Revision = post.Revision });

        Assert.Empty(await Local.Posts(Hamilton, "", "open", "talk"));
        Assert.Equal(2, (await Local.Write(Hamilton, "", "open", "talk", "two")).Number);
    }

    [Fact]
    public async Task a_thread_is_withdrawn_with_its_initiatives_posts_and_then_its_channel_can_be()
    {
        var channel = await Local.OpenChannel(Hamilton, "board", Reach.Within);
        var thread = await Local.OpenThread(Hamilton, "board", "talk");
        await Local.Write(Hamilton, "", "board", "talk", "one");
        await Local.Write(Hamilton, "", "board", "talk", "two");
        Assert.Equal((StatusCode.FailedPrecondition, "channel"), await Field(() => Close().ResponseAsync));

        await Local.Communication.RemoveThreadAsync(new RemoveThreadRequest { Initiative = Hamilton, Channel = "board", Thread = "talk", Revision = thread.Revision });
        await Close();

        Assert.DoesNotContain(Local.Documents(), document => document.Content is { Kind: "post-kept" or "thread-kept" or "channel-kept", Deleted: false });

        AsyncUnaryCall<RemoveChannelResponse> Close() => Local.Communication.RemoveChannelAsync(
            new RemoveChannelRequest { Initiative = Hamilton, Channel = "board", Revision = channel.Revision });
    }

    [Fact]
    public async Task text_is_stored_as_it_was_written()
    {
        const string Written = "<script>alert('é')</script>\u0000\u0007\r\n\u202Eright to left\u200D👩‍👩‍👧 ᓄᓇᕗᑦ %00 ' OR 1=1 --";
        var story = await Local.Tell(Hamilton, "tale", text: Written);
        var announcement = await _nest.National.Announce(Canada, "news", text: Written);

        var above = await Until(
            async () => await _nest.National.Communication.ListStoriesAsync(new ListStoriesRequest { Initiative = Canada, Below = true }), list => list.Stories.Count == 1);
        Assert.All([story.Text.En, announcement.Text.En, above.Stories[0].Text.En], text => Assert.Equal(Written, text));
    }

    private static async Task IsRefused(Func<Task> edit, bool first = true)
    {
        if (first) await edit();
        Assert.Equal((StatusCode.Aborted, "revision"), await Field(edit));
    }

    private static async Task<(StatusCode, string)> Field(Func<Task> call)
    {
        var (code, fault) = await Refusal(call);
        return (code, fault.Field);
    }
}
