using System.Globalization;
using CollectiveImpact.Backbone.Tests.Network;
using static CollectiveImpact.Backbone.Tests.Communication.Saying;
using static CollectiveImpact.Backbone.Tests.Network.Words;

namespace CollectiveImpact.Backbone.Tests.Communication;

/// <summary>Who has fallen silent.</summary>
public sealed class SilenceTests(NodeStores stores) : IClassFixture<NodeStores>, IAsyncLifetime
{
    private TestNest _nest = null!;

    public async Task InitializeAsync() => _nest = await TestNest.StartAsync(stores);

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task a_partner_is_heard_as_it_meets_posts_and_does_what_it_took_on()
    {
        foreach (var partner in new[] { "doer", "goer", "poster", "silent", "sorry" }) await _nest.Local.Partner(Hamilton, partner, Sharing.Kept);
        await _nest.Local.Partner(Hamilton, "called", Sharing.Kept, lastHeard: "2026-02-01");
        var meeting = Meeting("spring", "2026-03-02T18:00:00Z");
        meeting.Attendees.Add("goer");
        meeting.Absent.Add("sorry");
        meeting.Actions.Add(Action("call", "doer", done: "2026-03-05"));
        await _nest.Local.Meet(Hamilton, meeting);
        var coming = Meeting("later", "2999-01-01T18:00:00Z");
        coming.Attendees.AddRange(["silent", "goer"]);
        await _nest.Local.Meet(Hamilton, coming);
        await _nest.Local.OpenChannel(Hamilton, "board", Reach.Within);
        await _nest.Local.OpenThread(Hamilton, "board", "talk");
        await _nest.Local.Write(Hamilton, "", "board", "talk", "Here", author: "poster");

        var silent = await Silent(_nest.Local, Hamilton, Day(1));

        Assert.Equal(
            [("silent", ""), ("sorry", ""), ("called", "2026-02-01"), ("goer", "2026-03-02"), ("doer", "2026-03-05"), ("poster", Day(0))],
            silent.Select(each => (each.Partner, each.LastHeard)));
        Assert.Equal("The name of silent", silent[0].Name.En);
        Assert.Equal(["silent", "sorry", "called"], (await Silent(_nest.Local, Hamilton, "2026-03-02")).Select(each => each.Partner));
    }

    [Fact]
    public async Task an_initiative_below_is_heard_as_it_reports_or_tells()
    {
        await _nest.Local.Say(Hamilton, "2021", Figure("1"));
        await _nest.Local.Tell(Toronto, "tale");
        await Until(
            async () => await _nest.Provincial.Communication.ListStoriesAsync(new ListStoriesRequest { Initiative = Ontario, Below = true }), list => list.Stories.Count == 1);

        var silent = await Silent(_nest.Provincial, Ontario, Day(1));

        Assert.Equal(
            [("ca.ottawa-gatineau", ""), (Hamilton, Day(0)), (Toronto, Day(0))], silent.Select(each => (each.Initiative, each.LastHeard)));
        Assert.Equal(["ca.ottawa-gatineau"], (await Silent(_nest.Provincial, Ontario, Day(0))).Select(each => each.Initiative));
        // Those further down are their own parents' to look after.
        Assert.Equal([Ontario, "ca.qc"], (await Silent(_nest.National, Canada, Day(1))).Select(each => each.Initiative).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task what_is_kept_does_not_tell_those_above_that_somebody_spoke()
    {
        await _nest.Provincial.Draft(Ontario, "idea", "x");
        await _nest.Provincial.Register("ca.on.kingston", Level.Provincial, "ca");
        await _nest.Provincial.Draft("ca.on.kingston", "idea", "x");

        Assert.Equal(0, _nest.Provincial.Log.Read(reader => Backbone.Communication.LastHeard.All(reader).Count));
    }

    [Fact]
    public async Task pages_of_the_silent_hold_each_once()
    {
        foreach (var i in Enumerable.Range(0, 5)) await _nest.Local.Partner(Hamilton, $"p{i}", Sharing.Kept);
        List<string> paged = [];
        var token = "";
        do
        {
            var page = await _nest.Local.Communication.ListSilentAsync(new ListSilentRequest { Initiative = Hamilton, PageSize = 2, PageToken = token });
            paged.AddRange(page.Silent.Select(each => each.Partner));
            token = page.NextPageToken;
        }
        while (token.Length > 0);

        Assert.Equal(["p0", "p1", "p2", "p3", "p4"], paged);
    }

    private string Day(int from) => _nest.Clock.GetUtcNow().AddDays(from).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<IReadOnlyList<Silent>> Silent(TestNode node, string initiative, string since) =>
        (await node.Communication.ListSilentAsync(new ListSilentRequest { Initiative = initiative, Since = since })).Silent;
}
