using CollectiveImpact.Backbone.Tests.Network;
using Grpc.Core;
using static CollectiveImpact.Backbone.Tests.Communication.Saying;
using static CollectiveImpact.Backbone.Tests.Network.Words;

namespace CollectiveImpact.Backbone.Tests.Communication;

/// <summary>What is malformed or names what is not there is refused, and the field named.</summary>
public sealed class BadInputTests : IAsyncLifetime
{
    private TestNest _nest = null!;

    private V1.Communication.CommunicationClient Calls => _nest.Local.Communication;

    public async Task InitializeAsync() => _nest = await TestNest.StartAsync();

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Theory]
    [InlineData("Tale", "", "", "", StatusCode.InvalidArgument, "story.story")]
    [InlineData("tale", "2026-02-30", "", "", StatusCode.InvalidArgument, "story.day")]
    [InlineData("tale", "", "housing", "", StatusCode.InvalidArgument, "story.about[0]")]
    [InlineData("tale", "", "Clause ca/housing", "", StatusCode.InvalidArgument, "story.about[0]")]
    [InlineData("tale", "", "rumour ca/x", "", StatusCode.InvalidArgument, "story.about[0]")]
    [InlineData("tale", "", "indicator xx/need", "", StatusCode.NotFound, "story.about[0]")]
    [InlineData("tale", "", "indicator ca/love", "", StatusCode.NotFound, "story.about[0]")]
    [InlineData("tale", "", "", "nobody", StatusCode.NotFound, "story.author")]
    public async Task a_storys_field_at_fault_is_named(string id, string day, string about, string author, StatusCode code, string field)
    {
        var story = new Story { Story_ = id, Title = Words("t"), Text = Words("t"), Day = day, Author = author };
        if (about.Length > 0) story.About.Add(about);

        Assert.Equal((code, field), await Field(() => Calls.SaveStoryAsync(new SaveStoryRequest { Initiative = Hamilton, Story = story }).ResponseAsync));
    }

    [Fact]
    public async Task a_reference_to_what_is_there_is_taken_and_once_only()
    {
        await _nest.Local.Tell(Hamilton, "tale", about: ["indicator ca/need"]);

        Assert.Equal(
            (StatusCode.InvalidArgument, "story.about[1]"),
            await Field(() => _nest.Local.Tell(Hamilton, "other", about: ["indicator ca/need", "indicator ca/need"])));
    }

    [Fact]
    public async Task what_is_kept_is_not_named_in_what_travels()
    {
        await _nest.Local.Meet(Hamilton, Meeting("closed"));

        Assert.Equal((StatusCode.NotFound, "story.about[0]"), await Field(() => _nest.Local.Tell(Hamilton, "tale", about: [$"meeting {Hamilton}/closed"])));
    }

    [Fact]
    public async Task a_meetings_field_at_fault_is_named()
    {
        await IsAtFault("meeting.name", meeting => meeting.Name = null);
        await IsAtFault("meeting.starts", meeting => meeting.Starts = null);
        await IsAtFault("meeting.starts", meeting => meeting.Starts.Seconds = long.MaxValue);
        await IsAtFault("meeting.minutes_long", meeting => meeting.MinutesLong = -1);
        await IsAtFault("meeting.agenda[1]", meeting => meeting.Agenda.AddRange([Words("one"), new Text()]));
        await IsAtFault("meeting.minutes.fr", meeting => meeting.Minutes = new Text { Fr = new string('x', 10_001) });
        await IsAtFault("meeting.decisions[0].decision", meeting => meeting.Decisions.Add(Decision("No Id")));
        await IsAtFault("meeting.decisions[0].day", meeting => meeting.Decisions.Add(Decision("a", "soon")));
        await IsAtFault("meeting.decisions[0].about[0]", meeting => meeting.Decisions.Add(Decision("a", "", "x")));
        await IsAtFault("meeting.actions[0].what", meeting => meeting.Actions.Add(new MeetingAction { Action = "a" }));
        await IsAtFault("meeting.actions[0].due", meeting => meeting.Actions.Add(Action("a", due: "2026-13-01")));
        await IsAtFault("meeting.actions[0].done", meeting => meeting.Actions.Add(Action("a", done: "2999-01-01")));
        await IsAtFault("meeting.attendees[0]", meeting => meeting.Attendees.Add("nobody"), StatusCode.NotFound);
        await IsAtFault("meeting.absent[0]", meeting => meeting.Absent.Add("nobody"), StatusCode.NotFound);
        await IsAtFault("meeting.actions[0].owner", meeting => meeting.Actions.Add(Action("a", "nobody")), StatusCode.NotFound);
    }

    [Fact]
    public async Task a_channels_threads_and_posts_field_at_fault_is_named()
    {
        await _nest.Local.OpenChannel(Hamilton, "open", Reach.Nest);
        await _nest.Local.OpenThread(Hamilton, "open", "talk");

        Assert.Equal((StatusCode.InvalidArgument, "channel.reach"), await Field(() => _nest.Local.OpenChannel(Hamilton, "x", Reach.Unspecified)));
        Assert.Equal((StatusCode.InvalidArgument, "channel.reach"), await Field(() => _nest.Local.OpenChannel(Hamilton, "open", Reach.Within, "0.1")));
        Assert.Equal((StatusCode.NotFound, "thread.channel"), await Field(() => _nest.Local.OpenThread(Hamilton, "shut", "talk")));
        Assert.Equal((StatusCode.NotFound, "post.channel"), await Field(() => _nest.Local.Write(Hamilton, "", "shut", "talk", "x")));
        Assert.Equal((StatusCode.NotFound, "post.thread"), await Field(() => _nest.Local.Write(Hamilton, "", "open", "walk", "x")));
        Assert.Equal((StatusCode.NotFound, "post.number"), await Field(() => _nest.Local.Write(Hamilton, "", "open", "talk", "x", number: 7)));
        Assert.Equal((StatusCode.InvalidArgument, "post.number"), await Field(() => _nest.Local.Write(Hamilton, "", "open", "talk", "x", number: -1)));
        Assert.Equal((StatusCode.InvalidArgument, "post.text"), await Field(() => _nest.Local.Write(Hamilton, "", "open", "talk", "")));
        Assert.Equal((StatusCode.InvalidArgument, "post.text.en"), await Field(() => _nest.Local.Write(Hamilton, "", "open", "talk", new string('x', 10_001))));
        Assert.Equal((StatusCode.InvalidArgument, "post.of"), await Field(() => _nest.Local.Write(Toronto, Hamilton, "open", "talk", "x")));
        Assert.Equal((StatusCode.NotFound, "post.of"), await Field(() => _nest.Local.Write(Toronto, "xx", "open", "talk", "x")));
        Assert.Equal((StatusCode.NotFound, "post.author"), await Field(() => _nest.Local.Write(Hamilton, "", "open", "talk", "x", author: "nobody")));
    }

    [Fact]
    public async Task an_announcement_does_not_end_before_its_day_and_a_draft_has_a_purpose()
    {
        Assert.Equal((StatusCode.InvalidArgument, "announcement.until"), await Field(() => _nest.Local.Announce(Hamilton, "news", "2026-03-02", "2026-03-01")));
        Assert.Equal(
            (StatusCode.InvalidArgument, "draft.purpose"),
            await Field(() => Calls.SaveDraftAsync(new SaveDraftRequest { Initiative = Hamilton, Draft = new Draft { Draft_ = "x" } }).ResponseAsync));
    }

    [Fact]
    public async Task a_lists_field_at_fault_is_named()
    {
        Assert.Equal("page_size", await Of(Calls.ListStoriesAsync(new ListStoriesRequest { Initiative = Hamilton, PageSize = 1001 })));
        Assert.Equal("initiative", await Of(Calls.ListStoriesAsync(new ListStoriesRequest { Initiative = "xx" })));
        Assert.Equal("until", await Of(Calls.ListMeetingsAsync(new ListMeetingsRequest { Initiative = Hamilton, From = "2026-02-02", Until = "2026-02-01" })));
        Assert.Equal("person", await Of(Calls.ListMeetingsAsync(new ListMeetingsRequest { Initiative = Hamilton, Person = "jane", Below = true })));
        Assert.Equal("about", await Of(Calls.ListDecisionsAsync(new ListDecisionsRequest { Initiative = Hamilton, About = "x" })));
        Assert.Equal("due_until", await Of(Calls.ListActionsAsync(new ListActionsRequest { Initiative = Hamilton, DueUntil = "x" })));
        Assert.Equal("holds_on", await Of(Calls.ListAnnouncementsAsync(new ListAnnouncementsRequest { Initiative = Hamilton, HoldsOn = "x" })));
        Assert.Equal("from", await Of(Calls.GetDigestAsync(new GetDigestRequest { Initiative = Hamilton, Until = "2026-01-01" })));
        Assert.Equal("until", await Of(Calls.GetDigestAsync(new GetDigestRequest { Initiative = Hamilton, From = "2025-01-01", Until = "2026-01-02" })));
        Assert.Equal("person", await Of(Calls.GetDigestAsync(new GetDigestRequest { Initiative = Hamilton, From = "2026-01-01", Until = "2026-01-02", Person = "nobody" })));
        Assert.Equal("since", await Of(Calls.ListSilentAsync(new ListSilentRequest { Initiative = Hamilton, Since = "x" })));
        Assert.Equal("of", await Of(Calls.ListThreadsAsync(new ListThreadsRequest { Initiative = Hamilton, Of = Toronto, Channel = "x" })));
        Assert.Equal("channel", await Of(Calls.ListThreadsAsync(new ListThreadsRequest { Initiative = Hamilton, Channel = "x" })));
    }

    private async Task IsAtFault(string field, Action<Meeting> change, StatusCode code = StatusCode.InvalidArgument)
    {
        var meeting = Meeting("spring");
        change(meeting);
        Assert.Equal((code, field), await Field(() => _nest.Local.Meet(Hamilton, meeting)));
    }

    private static async Task<string> Of<T>(AsyncUnaryCall<T> call) => (await Refusal(() => call.ResponseAsync)).Fault.Field;

    private static async Task<(StatusCode, string)> Field(Func<Task> call)
    {
        var (code, fault) = await Refusal(call);
        return (code, fault.Field);
    }
}
