using CollectiveImpact.Backbone.Tests.Activities;
using CollectiveImpact.Backbone.Tests.Network;
using Grpc.Core;
using static CollectiveImpact.Backbone.Tests.Network.Words;
using static CollectiveImpact.Backbone.Tests.PublicWill.Willing;

namespace CollectiveImpact.Backbone.Tests.PublicWill;

/// <summary>Events, reach and endorsements: who was met, how many, and who agrees.</summary>
public sealed class OutreachTests(NodeStores stores) : IClassFixture<NodeStores>, IAsyncLifetime
{
    private const string Doors = $"{Hamilton}/doors";

    private TestNest _nest = null!;

    private TestNode Local => _nest.Local;

    public async Task InitializeAsync()
    {
        _nest = await TestNest.StartAsync(stores);
        await _nest.PrepareAsync();
        await Local.Run(Hamilton, ACampaign("doors"));
        await Local.Run(Hamilton, ACampaign("quiet", sharing: Sharing.Kept));
    }

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task an_event_tells_who_took_part_by_sector_and_voice()
    {
        await Local.Partners.SeekVoicesAsync(new SeekVoicesRequest { Initiative = Hamilton, Voices = { new Voice { Voice_ = "youth", Name = Both("Young people") } } });
        var held = new CampaignEvent(AnEvent("hall", campaign: "doors"))
        {
            Expected = 40,
            Attended = 30,
            Sectors = { new CampaignEvent.Types.SectorPart { Sector = Sector.Business, Count = 10 }, new CampaignEvent.Types.SectorPart { Sector = Sector.LivedExperience, Count = 20 } },
            Voices = { new CampaignEvent.Types.VoicePart { Voice = "youth", Count = 30 } },
        };

        var saved = await Local.Hold(Hamilton, held);

        Assert.Equal(new CampaignEvent(held) { Initiative = Hamilton, Revision = "1.1" }, saved);
        Assert.Equal(saved, Assert.Single((await Local.Will.ListEventsAsync(new ListEventsRequest { Initiative = Hamilton })).Events));
        var none = await Local.Hold(Hamilton, new CampaignEvent(AnEvent("empty")) { Attended = 0 });
        Assert.Equal((true, false), (none.HasAttended, none.HasExpected));
    }

    public static TheoryData<string, StatusCode, Action<CampaignEvent>> WrongEvents => new()
    {
        { "event.event", StatusCode.InvalidArgument, held => held.Event = "" },
        { "event.name", StatusCode.InvalidArgument, held => held.Name = null },
        { "event.day", StatusCode.InvalidArgument, held => held.Day = "" },
        { "event.day", StatusCode.InvalidArgument, held => (held.Day, held.Attended) = ("9999-01-01", 3) },
        { "event.kind", StatusCode.InvalidArgument, held => held.Kind = default },
        { "event.expected", StatusCode.InvalidArgument, held => held.Expected = -1 },
        { "event.campaign", StatusCode.NotFound, held => held.Campaign = "windows" },
        { "event.sharing", StatusCode.InvalidArgument, held => held.Campaign = "quiet" },
        { "event.voices[0].voice", StatusCode.InvalidArgument, held => held.Voices.Add(new CampaignEvent.Types.VoicePart { Voice = "nobody" }) },
        { "event.voices[0].count", StatusCode.InvalidArgument, held => held.Voices.Add(new CampaignEvent.Types.VoicePart { Voice = "nobody", Count = -1 }) },
        { "event.sectors[0].sector", StatusCode.InvalidArgument, held => held.Sectors.Add(new CampaignEvent.Types.SectorPart { Count = 1 }) },
        { "event.sectors[1].sector", StatusCode.InvalidArgument, held => held.Sectors.Add([Part(1), Part(2)]) },
        { "event.sectors", StatusCode.InvalidArgument, held => { held.Attended = 1; held.Sectors.Add(Part(2)); } },
    };

    [Theory, MemberData(nameof(WrongEvents))]
    public async Task an_event_that_is_malformed_or_does_not_add_up_is_refused_by_name(string field, StatusCode code, Action<CampaignEvent> wrong)
    {
        var held = AnEvent("hall");
        wrong(held);

        Assert.Equal((code, field), await Field(() => Local.Hold(Hamilton, held)));
    }

    [Fact]
    public async Task events_are_listed_by_day_kind_and_campaign_over_all_below()
    {
        await Local.Hold(Hamilton, AnEvent("late", "2026-03-01", "doors"));
        await Local.Hold(Toronto, new CampaignEvent(AnEvent("door", "2026-02-15")) { Kind = CampaignEvent.Types.Kind.DoorToDoor });
        await Local.Hold(Hamilton, AnEvent("early", "2026-01-01"));

        async Task<IEnumerable<string>> Listed(ListEventsRequest request) => (await _nest.Provincial.Will.ListEventsAsync(request)).Events.Select(held => held.Event);

        await Until(() => Listed(new ListEventsRequest { Initiative = Ontario, Below = true }), events => events.Count() == 3);
        var all = await Acting.All<string>(async token =>
        {
            var page = await _nest.Provincial.Will.ListEventsAsync(new ListEventsRequest { Initiative = Ontario, Below = true, PageSize = 1, PageToken = token });
            return ([.. page.Events.Select(held => held.Event)], page.NextPageToken);
        });
        Assert.Equal(["early", "door", "late"], all);
        Assert.Equal(["door"], await Listed(new ListEventsRequest { Initiative = Ontario, Below = true, Kind = CampaignEvent.Types.Kind.DoorToDoor }));
        Assert.Equal(["late"], await Listed(new ListEventsRequest { Initiative = Ontario, Below = true, Campaign = Doors }));
        Assert.Equal(["door", "late"], await Listed(new ListEventsRequest { Initiative = Ontario, Below = true, From = "2026-02-01" }));
    }

    public static TheoryData<string, StatusCode, Action<CampaignReach>> WrongReaches => new()
    {
        { "reach.reach", StatusCode.InvalidArgument, reach => reach.Reach = "A" },
        { "reach.campaign", StatusCode.InvalidArgument, reach => reach.Campaign = "doors" },
        { "reach.campaign", StatusCode.NotFound, reach => reach.Campaign = $"{Hamilton}/windows" },
        { "reach.campaign", StatusCode.NotFound, reach => reach.Campaign = $"{Canada}/windows" },
        { "reach.campaign", StatusCode.InvalidArgument, reach => reach.Campaign = $"{Toronto}/doors" },
        { "reach.sharing", StatusCode.InvalidArgument, reach => reach.Campaign = $"{Hamilton}/quiet" },
        { "reach.message", StatusCode.NotFound, reach => reach.Message = "nothing" },
        { "reach.channel", StatusCode.InvalidArgument, reach => reach.Channel = default },
        { "reach.measure", StatusCode.InvalidArgument, reach => reach.Measure = default },
        { "reach.from", StatusCode.InvalidArgument, reach => reach.From = "" },
        { "reach.until", StatusCode.InvalidArgument, reach => reach.Until = "2026-01-01" },
        { "reach.until", StatusCode.InvalidArgument, reach => reach.Until = "9999-01-01" },
        { "reach.count", StatusCode.InvalidArgument, reach => reach.Count = -1 },
    };

    [Theory, MemberData(nameof(WrongReaches))]
    public async Task a_reach_that_is_malformed_or_of_nothing_is_refused_by_name(string field, StatusCode code, Action<CampaignReach> wrong)
    {
        var reach = AReach("a", Doors, 5);
        wrong(reach);

        Assert.Equal((code, field), await Field(() => Local.Report(Hamilton, reach)));
    }

    [Fact]
    public async Task no_day_of_a_campaign_is_counted_twice()
    {
        await Local.Say(Hamilton, AMessage("doors", "rent"));
        await Local.Say(Hamilton, AMessage("doors", "roof"));
        var whole = await Local.Report(Hamilton, AReach("whole", Doors, 100));

        Assert.Equal((StatusCode.FailedPrecondition, "reach.from"), await Field(() => Local.Report(Hamilton, AReach("again", Doors, 1, "2026-02-28", "2026-03-05"))));
        Assert.Equal((StatusCode.FailedPrecondition, "reach.from"), await Field(() => Local.Report(Hamilton, AReach("part", Doors, 1, message: "rent", sharing: Sharing.Kept))));
        await Local.Report(Hamilton, AReach("next", Doors, 7, "2026-03-01", "2026-03-05"));
        await Local.Report(Hamilton, AReach("other", Doors, 8, measure: CampaignReach.Types.Measure.Responses));
        await Local.Report(Hamilton, AReach("rent", Doors, 9, "2026-04-01", "2026-04-30", "rent"));
        await Local.Report(Hamilton, AReach("roof", Doors, 10, "2026-04-01", "2026-04-30", "roof"));
        await Local.Report(Hamilton, new CampaignReach(whole) { Count = 101 });

        var table = await Local.Table(new GetReachTableRequest { Initiative = Hamilton });
        Assert.Equal([(CampaignReach.Types.Measure.PeopleReached, 127L, 4), (CampaignReach.Types.Measure.Responses, 8L, 1)], table.Rows.Select(row => (row.Measure, row.Count, row.Reaches)));
        var months = await Local.Table(new GetReachTableRequest { Initiative = Hamilton, ByPeriod = true, From = "2026-02-10", Until = "2026-04-30", Campaign = Doors });
        Assert.Equal([("2026-03-01", 7L), ("2026-04-01", 19L)], months.Rows.Select(row => (row.From, row.Count)));
        Assert.Equal(2, months.Partly);
    }

    [Fact]
    public async Task reach_is_added_up_over_the_nest_each_initiative_once_whatever_the_ways_up()
    {
        await Local.Run(Ottawa, ACampaign("doors"));
        await Local.Report(Hamilton, AReach("a", Doors, 1_000_000_000_000));
        await Local.Report(Hamilton, AReach("b", Doors, 5, channel: OutreachChannel.DoorToDoor));
        await Local.Report(Hamilton, AReach("hidden", $"{Hamilton}/quiet", 77, sharing: Sharing.Kept));
        await Local.Report(Ottawa, AReach("a", $"{Ottawa}/doors", 1));
        await _nest.National.Run(Canada, ACampaign("own", sharing: Sharing.Kept));
        await _nest.National.Report(Canada, AReach("own", $"{Canada}/own", 3, sharing: Sharing.Kept));

        var table = await Until(() => _nest.National.Table(new GetReachTableRequest { Initiative = Canada, Below = true }), each => each.Rows.Sum(row => row.Reaches) == 4);

        Assert.Equal(
            [(OutreachChannel.Press, 1_000_000_000_004L, 3), (OutreachChannel.DoorToDoor, 5L, 1)],
            table.Rows.Select(row => (row.Channel, row.Count, row.Initiatives)));
        Assert.Equal(1, Assert.Single((await _nest.Provincial.Table(new GetReachTableRequest { Initiative = Quebec, Below = true })).Rows).Count);
        Assert.Equal(["a", "b"], (await _nest.National.Will.ListReachAsync(new ListReachRequest { Initiative = Canada, Below = true, Campaign = Doors })).Reaches.Select(reach => reach.Reach));
        Assert.Equal(["b"], (await _nest.National.Will.ListReachAsync(new ListReachRequest { Initiative = Canada, Below = true, Channel = OutreachChannel.DoorToDoor })).Reaches.Select(reach => reach.Reach));
    }

    [Fact]
    public async Task who_endorses_is_named_as_agreed_and_what_is_taken_back_is_kept()
    {
        const string secret = "Bakery on the corner";
        var named = await Local.Endorse(Hamilton, AnEndorsement("grocer"));
        var unnamed = await Local.Endorse(Hamilton, new Endorsement(AnEndorsement("baker", Endorsement.Types.Naming.BySector)) { Name = Both(secret) });
        var quiet = await Local.Endorse(Hamilton, new Endorsement(AnEndorsement("quiet", default, default)));

        Assert.Equal((Sharing.Kept, Endorsement.Types.Naming.BySector), (quiet.Sharing, quiet.Naming));
        Assert.Equal(secret, unnamed.Name.En);
        var above = await Until(() => _nest.National.Endorsements(new ListEndorsementsRequest { Initiative = Hamilton }), list => list.Count == 2);
        Assert.Equal([(null, Sector.Business), ("grocer", Sector.Business)], above.Select(each => ((string?)each.Name?.En, each.Sector)));

        await Local.Endorse(Hamilton, new Endorsement(named) { Withdrawn = "2026-03-01" });
        await Until(() => _nest.National.Endorsements(new ListEndorsementsRequest { Initiative = Hamilton }), list => list.Count == 1);
        Assert.Equal(["baker", "quiet"], (await Local.Endorsements(new ListEndorsementsRequest { Initiative = Hamilton })).Select(each => each.Endorsement_));
        Assert.Equal(3, (await Local.Endorsements(new ListEndorsementsRequest { Initiative = Hamilton, Withdrawn = true })).Count);

        var renamed = await Local.Endorse(Hamilton, new Endorsement(unnamed) { Words = Both("Gladly") });
        Assert.Equal((secret, "Gladly"), (renamed.Name.En, renamed.Words.En));
        await Until(() => _nest.National.Endorsements(new ListEndorsementsRequest { Initiative = Hamilton }), list => list[0].Words.En == "Gladly");
        Assert.DoesNotContain(_nest.National.Documents(), document => System.Text.Encoding.UTF8.GetString(document.Bytes).Contains(secret, StringComparison.Ordinal));

        await Local.Will.RemoveEndorsementAsync(new RemoveEndorsementRequest { Initiative = Hamilton, Endorsement = "baker", Revision = renamed.Revision });
        Assert.DoesNotContain(Local.Documents(), document => document.Content is { Kind: "endorser-kept", Deleted: false });
    }

    [Fact]
    public async Task an_endorsement_that_is_malformed_or_names_who_is_kept_is_refused_by_name()
    {
        await Local.Join(Hamilton, "hushed", Sharing.Kept);
        foreach (var (field, wrong) in new (string, Endorsement)[]
        {
            ("endorsement.name", new Endorsement(AnEndorsement("a")) { Name = null }),
            ("endorsement.name", new Endorsement(AnEndorsement("a")) { Partner = "hushed" }),
            ("endorsement.partner", new Endorsement(AnEndorsement("a")) { Name = null, Partner = "hushed" }),
            ("endorsement.partner", new Endorsement(AnEndorsement("a")) { Name = null, Partner = "nobody" }),
            ("endorsement.sector", new Endorsement(AnEndorsement("a")) { Sector = default }),
            ("endorsement.day", new Endorsement(AnEndorsement("a")) { Day = "9999-01-01" }),
            ("endorsement.withdrawn", new Endorsement(AnEndorsement("a")) { Withdrawn = "9999-01-01" }),
            ("endorsement.campaign", new Endorsement(AnEndorsement("a")) { Campaign = "windows" }),
            ("endorsement.sharing", new Endorsement(AnEndorsement("a")) { Campaign = "quiet" }),
        })
            Assert.Equal(field, (await Field(() => Local.Endorse(Hamilton, wrong))).Item2);
        var bySector = await Local.Endorse(Hamilton, new Endorsement(AnEndorsement("a", Endorsement.Types.Naming.BySector)) { Name = null, Partner = "hushed" });
        Assert.Equal("hushed", bySector.Partner);
    }

    private static CampaignEvent.Types.SectorPart Part(int count) => new() { Sector = Sector.Business, Count = count };
}
