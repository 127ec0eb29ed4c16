using System.Globalization;
using CollectiveImpact.Backbone.Tests.Network;
using static CollectiveImpact.Backbone.Tests.Communication.Saying;
using static CollectiveImpact.Backbone.Tests.Network.Words;

namespace CollectiveImpact.Backbone.Tests.Communication;

/// <summary>What a person or everyone should know of a period.</summary>
public sealed class DigestTests(NodeStores stores) : IClassFixture<NodeStores>, IAsyncLifetime
{
    private TestNest _nest = null!;

    public async Task InitializeAsync() => _nest = await TestNest.StartAsync(stores);

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task a_digest_counts_and_names_what_happened_in_its_period()
    {
        var (today, tomorrow, yesterday) = (Day(0), Day(1), Day(-1));
        await _nest.Provincial.Partner(Ontario, "jane", Sharing.Kept);
        await _nest.National.Announce(Canada, "from-above", today);
        await _nest.National.Announce(Canada, "long-ago", "2020-01-01");
        await _nest.Local.Tell(Hamilton, "from-below", today, text: new string('x', 900));
        await _nest.Provincial.Tell(Ontario, "its-own", today);
        await _nest.Provincial.OpenChannel(Ontario, "housing", Reach.Nest);
        await _nest.Provincial.OpenThread(Ontario, "housing", "winter");
        await _nest.Provincial.OpenChannel(Ontario, "board", Reach.Within);
        await _nest.Provincial.OpenThread(Ontario, "board", "jobs");
        await _nest.Provincial.Write(Ontario, "", "board", "jobs", "mine", author: "jane");
        await _nest.Provincial.Write(Ontario, "", "housing", "winter", "one");
        await Until(() => _nest.Local.Posts(Hamilton, Ontario, "housing", "winter"), posts => posts.Any());
        await _nest.Local.Write(Hamilton, Ontario, "housing", "winter", "two");
        var meeting = Meeting("weekly", $"{tomorrow}T18:00:00Z");
        meeting.Attendees.Add("jane");
        meeting.Decisions.Add(Decision("go", today));
        meeting.Actions.AddRange([Action("late", "jane", yesterday), Action("soon", "jane", tomorrow), Action("whenever", "jane"), Action("done", "jane", today, today), Action("others", due: tomorrow)]);
        await _nest.Provincial.Meet(Ontario, meeting);
        await _nest.Provincial.Meet(Ontario, Meeting("held", $"{today}T00:00:00Z"));

        var jane = await Until(() => Digest("jane"), digest => digest is { AnnouncementCount: 1, StoryCount: 1, PostCount: 2 });
        Assert.Equal(["from-above"], jane.Announcements.Select(each => each.Announcement_));
        Assert.Equal(["from-below"], jane.Stories.Select(each => each.Story_));
        Assert.Equal(500, jane.Stories[0].Text.En.Length);
        var thread = Assert.Single(jane.Threads);
        Assert.Equal((Ontario, "housing", "winter", 2, "two", "about winter"), (thread.Initiative, thread.Channel, thread.Thread, thread.Posts, thread.Latest.Text.En, thread.Subject.En));
        Assert.Equal((1, 0, "weekly"), (jane.MeetingCount, jane.HeldCount, jane.Meetings[0].Meeting_));
        Assert.Equal(["go"], jane.Decisions.Select(each => each.Decision.Decision_));
        Assert.Equal(["soon"], Names(jane.Due));
        Assert.Equal(["late"], Names(jane.Overdue));
        Assert.Equal(["whenever"], Names(jane.Undated));

        var everyone = await Digest("");
        Assert.Equal((3, 2, 2, 1, 2), (everyone.PostCount, everyone.ThreadCount, everyone.MeetingCount, everyone.HeldCount, everyone.DueCount));
    }

    private string Day(int from) => _nest.Clock.GetUtcNow().AddDays(from).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<Digest> Digest(string person) => await _nest.Provincial.Communication.GetDigestAsync(
        new GetDigestRequest { Initiative = Ontario, Person = person, From = Day(0), Until = Day(7) });

    private static IEnumerable<string> Names(IEnumerable<ActionEntry> entries) => entries.Select(entry => entry.Action.Action);
}
