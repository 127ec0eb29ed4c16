using CollectiveImpact.Backbone.Tests.Network;
using FsCheck;
using FsCheck.Fluent;
using static CollectiveImpact.Backbone.Tests.Communication.Saying;
using static CollectiveImpact.Backbone.Tests.Network.Words;

namespace CollectiveImpact.Backbone.Tests.Communication;

/// <summary>Lists: their order, their filters, their pages.</summary>
public sealed class ListTests(NodeStores stores) : IClassFixture<NodeStores>, IAsyncLifetime
{
    private TestNest _nest = null!;

    private V1.Communication.CommunicationClient Calls => _nest.Local.Communication;

    public async Task InitializeAsync() => _nest = await TestNest.StartAsync(stores);

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task pages_of_any_size_hold_each_item_once_and_in_order()
    {
        await _nest.Local.OpenChannel(Hamilton, "open", Reach.Nest);
        for (var i = 0; i < 12; i++)
        {
            var (initiative, day) = (i % 3 == 0 ? Toronto : Hamilton, $"2026-03-{1 + (i % 4):00}");
            await _nest.Local.Tell(initiative, $"s{i}", day, about: ["indicator ca/need"]);
            var meeting = Meeting($"m{i}", $"{day}T18:00:00Z", i % 2 == 0 ? Sharing.Shared : Sharing.Kept);
            meeting.Decisions.AddRange([Decision("a"), Decision("b", "2026-03-02"), Decision("c", "", "indicator ca/need")]);
            meeting.Actions.AddRange([Action("a", due: day), Action("b"), Action("c", due: "2026-03-02", done: "2026-03-01")]);
            await _nest.Local.Meet(Hamilton, meeting);
            await _nest.Local.OpenThread(Hamilton, "open", $"t{i}");
            for (var post = 0; post < i % 3; post++) await _nest.Local.Write(Hamilton, "", "open", $"t{i}", "x");
            await _nest.Local.Write(Hamilton, "", "open", "t0", $"{i}");
        }

        await Until(
            async () => await _nest.Provincial.Communication.ListStoriesAsync(new ListStoriesRequest { Initiative = Ontario, Below = true }), list => list.Stories.Count == 12);
        Prop.ForAll(Gen.Choose(1, 40).ToArbitrary(), size => PagesHoldAll(size).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(12));
    }

    [Fact]
    public async Task threads_come_with_the_latest_post_first_and_can_be_filtered()
    {
        await _nest.Local.OpenChannel(Hamilton, "open", Reach.Nest);
        foreach (var thread in new[] { "one", "two", "three" }) await _nest.Local.OpenThread(Hamilton, "open", thread, about: thread == "two" ? ["indicator ca/need"] : []);
        await _nest.Local.Write(Hamilton, "", "open", "two", "x");
        await _nest.Local.Write(Hamilton, "", "open", "one", "x");

        Assert.Equal(["one", "two", "three"], await Threads());
        Assert.Equal(["two"], await Threads(about: "indicator ca/need"));
        Assert.Equal(["three"], await Threads(text: "ABOUT THR"));
        var listed = (await Calls.ListThreadsAsync(new ListThreadsRequest { Initiative = Hamilton, Channel = "open" })).Threads;
        Assert.Equal([(1, Hamilton), (1, Hamilton), (0, "")], listed.Select(thread => (thread.Posts, thread.LastWriter)));

        async Task<IEnumerable<string>> Threads(string about = "", string text = "") => (await Calls.ListThreadsAsync(
            new ListThreadsRequest { Initiative = Hamilton, Channel = "open", About = about, Text = text })).Threads.Select(thread => thread.Thread);
    }

    [Fact]
    public async Task channels_of_the_line_are_listed_and_those_within_others_are_not()
    {
        await _nest.National.OpenChannel(Canada, "all", Reach.Nest);
        await _nest.Provincial.OpenChannel(Ontario, "board", Reach.Within);
        await _nest.Provincial.OpenChannel(Ontario, "housing", Reach.Nest);
        await _nest.Local.OpenChannel(Hamilton, "board", Reach.Within);
        await _nest.Local.OpenChannel(Toronto, "toronto", Reach.Nest);

        var listed = await Until(async () => await Calls.ListChannelsAsync(new ListChannelsRequest { Initiative = Hamilton }), list => list.Channels.Count == 3);
        Assert.Equal([(Hamilton, "board"), (Ontario, "housing"), (Canada, "all")], listed.Channels.Select(each => (each.Initiative, each.Channel)));
        var one = await Calls.ListChannelsAsync(new ListChannelsRequest { Initiative = Hamilton, Of = Ontario });
        Assert.Equal(["housing"], one.Channels.Select(each => each.Channel));
    }

    [Fact]
    public async Task meetings_are_listed_by_days_and_by_who_is_concerned()
    {
        await _nest.Local.Partner(Hamilton, "jane", Sharing.Kept);
        foreach (var (id, starts) in new[] { ("a", "2026-03-01T23:59:59Z"), ("b", "2026-03-02T00:00:00Z"), ("c", "2026-03-03T12:00:00Z") })
        {
            var meeting = Meeting(id, starts);
            if (id == "b") meeting.Absent.Add("jane");
            if (id == "c") meeting.Attendees.Add("jane");
            await _nest.Local.Meet(Hamilton, meeting);
        }

        Assert.Equal(["a", "b", "c"], await Meetings("", "", ""));
        Assert.Equal(["b", "c"], await Meetings("2026-03-02", "", ""));
        Assert.Equal(["a", "b"], await Meetings("", "2026-03-02", ""));
        Assert.Equal(["b"], await Meetings("2026-03-02", "2026-03-02", "jane"));

        async Task<IEnumerable<string>> Meetings(string from, string until, string person) => (await Calls.ListMeetingsAsync(
            new ListMeetingsRequest { Initiative = Hamilton, From = from, Until = until, Person = person })).Meetings.Select(meeting => meeting.Meeting_);
    }

    [Fact]
    public async Task decisions_are_listed_by_day_and_by_what_they_are_about()
    {
        var meeting = Meeting("spring", "2026-03-02T18:00:00Z");
        meeting.Decisions.AddRange([Decision("early", "2026-03-01", "indicator ca/need"), Decision("a", "", "indicator ca/need"), Decision("b")]);
        await _nest.Local.Meet(Hamilton, meeting);

        Assert.Equal(["b", "a", "early"], await Decisions("", ""));
        Assert.Equal(["a", "early"], await Decisions("indicator ca/need", ""));
        Assert.Equal(["a"], await Decisions("indicator ca/need", "2026-03-02"));

        async Task<IEnumerable<string>> Decisions(string about, string from) => (await Calls.ListDecisionsAsync(
            new ListDecisionsRequest { Initiative = Hamilton, About = about, From = from })).Decisions.Select(entry => entry.Decision.Decision_);
    }

    [Fact]
    public async Task actions_are_listed_by_owner_state_and_the_day_when_they_are_due()
    {
        await _nest.Local.Partner(Hamilton, "jane", Sharing.Kept);
        var tomorrow = _nest.Clock.GetUtcNow().AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var meeting = Meeting("spring");
        meeting.Actions.AddRange([Action("late", "jane", "2020-01-01"), Action("done", "jane", "2020-01-01", "2020-01-02"), Action("whenever"), Action("soon", due: tomorrow)]);
        await _nest.Local.Meet(Hamilton, meeting);

        Assert.Equal(["done", "late", "soon", "whenever"], await Actions(ActionState.Unspecified));
        Assert.Equal(["late", "soon", "whenever"], await Actions(ActionState.Open));
        Assert.Equal(["done"], await Actions(ActionState.Done));
        Assert.Equal(["late"], await Actions(ActionState.Overdue));
        Assert.Equal(["done", "late"], await Actions(ActionState.Unspecified, "jane"));
        Assert.Equal(["late", "soon"], await Actions(ActionState.Open, until: tomorrow));

        async Task<IEnumerable<string>> Actions(ActionState state, string owner = "", string until = "") => (await Calls.ListActionsAsync(
            new ListActionsRequest { Initiative = Hamilton, State = state, Owner = owner, DueUntil = until })).Actions.Select(entry => entry.Action.Action);
    }

    [Fact]
    public async Task announcements_that_hold_on_a_day_are_listed_alone()
    {
        await _nest.Local.Announce(Hamilton, "past", "2026-03-01", "2026-03-02");
        await _nest.Local.Announce(Hamilton, "standing", "2026-03-02");
        await _nest.Local.Announce(Hamilton, "to-come", "2026-03-04", about: ["indicator ca/need"]);

        Assert.Equal(["standing", "past"], await Announcements("2026-03-02"));
        Assert.Equal(["standing"], await Announcements("2026-03-03"));
        Assert.Equal(["to-come"], await Announcements("", "indicator ca/need"));

        async Task<IEnumerable<string>> Announcements(string day, string about = "") => (await Calls.ListAnnouncementsAsync(
            new ListAnnouncementsRequest { Initiative = Hamilton, HoldsOn = day, About = about })).Announcements.Select(each => each.Announcement_);
    }

    private async Task<bool> PagesHoldAll(int size)
    {
        var above = _nest.Provincial.Communication;
        await Holds(12, size, async (most, token) => await above.ListStoriesAsync(new ListStoriesRequest { Initiative = Ontario, Below = true, PageSize = most, PageToken = token }), page => page.Stories.Select(each => $"{each.Initiative}/{each.Story_}"), page => page.NextPageToken);
        await Holds(12, size, async (most, token) => await above.ListStoriesAsync(new ListStoriesRequest { Initiative = Ontario, Below = true, About = "indicator ca/need", PageSize = most, PageToken = token }), page => page.Stories.Select(each => $"{each.Initiative}/{each.Story_}"), page => page.NextPageToken);
        await Holds(12, size, async (most, token) => await Calls.ListMeetingsAsync(new ListMeetingsRequest { Initiative = Hamilton, PageSize = most, PageToken = token }), page => page.Meetings.Select(each => each.Meeting_), page => page.NextPageToken);
        await Holds(36, size, async (most, token) => await Calls.ListDecisionsAsync(new ListDecisionsRequest { Initiative = Hamilton, PageSize = most, PageToken = token }), page => page.Decisions.Select(each => $"{each.Meeting}/{each.Decision.Decision_}"), page => page.NextPageToken);
        await Holds(36, size, async (most, token) => await Calls.ListActionsAsync(new ListActionsRequest { Initiative = Hamilton, PageSize = most, PageToken = token }), page => page.Actions.Select(each => $"{each.Meeting}/{each.Action.Action}"), page => page.NextPageToken);
        await Holds(12, size, async (most, token) => await Calls.ListThreadsAsync(new ListThreadsRequest { Initiative = Hamilton, Channel = "open", PageSize = most, PageToken = token }), page => page.Threads.Select(each => each.Thread), page => page.NextPageToken);
        await Holds(12, size, async (most, token) => await Calls.ListPostsAsync(new ListPostsRequest { Initiative = Hamilton, Channel = "open", Thread = "t0", PageSize = most, PageToken = token }), page => page.Posts.Select(each => $"{each.Number}"), page => page.NextPageToken);
        return true;
    }

    private static async Task Holds<T>(int count, int size, Func<int, string, Task<T>> ask, Func<T, IEnumerable<string>> items, Func<T, string> next)
    {
        List<string> paged = [];
        var token = "";
        do
        {
            var page = await ask(size, token);
            Assert.True(items(page).Count() <= size);
            paged.AddRange(items(page));
            token = next(page);
        }
        while (token.Length > 0);

        Assert.Equal(items(await ask(1000, "")), paged);
        Assert.Equal(count, paged.Distinct().Count());
        Assert.Equal(count, paged.Count);
    }
}
