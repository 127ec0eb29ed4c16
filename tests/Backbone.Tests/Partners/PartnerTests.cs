using CollectiveImpact.Backbone.Tests.Network;
using Grpc.Core;
using static CollectiveImpact.Backbone.Tests.Network.Words;

namespace CollectiveImpact.Backbone.Tests.Partners;

/// <summary>An initiative's partners, written and read at its node and above.</summary>
public sealed class PartnerTests(NodeStores stores) : IClassFixture<NodeStores>, IAsyncLifetime
{
    private const string Hamilton = "ca.on.hamilton";
    private TestNest _nest = null!;

    public async Task InitializeAsync() => _nest = await TestNest.StartAsync(stores);

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task a_partner_is_read_as_it_was_written()
    {
        var written = Shelter();
        written.Brings = new Text { En = "40 beds <b>& warmth</b>", Fr = "40 lits 🛏️ à l’année" };
        written.Needs = new Text { Fr = "Un toit neuf" };
        var saved = await Save(written);

        Assert.Equal(("0.1", Sharing.Kept), (saved.Revision, saved.Sharing));
        (saved.Revision, saved.Sharing) = ("", Sharing.Unspecified);
        Assert.Equal(written, saved);
        var read = await _nest.Local.Partners.GetPartnerAsync(new GetPartnerRequest { Initiative = Hamilton, Partner = "good-shelter" });
        (read.Revision, read.Sharing) = ("", Sharing.Unspecified);
        Assert.Equal(written, read);
    }

    [Fact]
    public async Task of_two_who_change_one_partner_the_second_is_told_the_revision_that_stands()
    {
        var read = await Save(Shelter());
        await Save(new Partner(read) { Ring = Ring.Core });

        var (code, fault) = await Refusal(() => Save(new Partner(read) { Ring = Ring.Peripheral }));

        Assert.Equal((StatusCode.Aborted, "revision"), (code, fault.Field));
        Assert.Contains("0.2", fault.Message, StringComparison.Ordinal);
        Assert.Equal(Ring.Core, (await Get()).Ring);
    }

    [Fact]
    public async Task a_new_partner_does_not_take_the_place_of_one_that_is_there()
    {
        await Save(Shelter());
        var (code, fault) = await Refusal(() => Save(Shelter()));
        Assert.Equal((StatusCode.Aborted, "revision"), (code, fault.Field));
    }

    [Fact]
    public async Task a_shared_organisation_is_known_above_and_a_kept_one_never_leaves()
    {
        await Save(Shelter("kept-one"));
        await Save(new Partner(Shelter("known-one")) { Sharing = Sharing.Shared });

        var above = await Until(() => List(_nest.National), list => list.Partners.Count > 0);

        Assert.Equal("known-one", Assert.Single(above.Partners).Partner_);
        Assert.Equal(["kept-one", "known-one"], (await List(_nest.Local)).Partners.Select(partner => partner.Partner_));
        foreach (var node in new[] { _nest.Provincial, _nest.National }) Assert.DoesNotContain("kept-one", Ids(node));
    }

    [Fact]
    public async Task what_is_kept_from_now_on_is_taken_back_above()
    {
        var shared = await Save(new Partner(Shelter()) { Sharing = Sharing.Shared });
        await Until(() => List(_nest.National), list => list.Partners.Count == 1);

        var kept = await Save(new Partner(shared) { Sharing = Sharing.Kept, Needs = new Text { En = "quiet" } });

        await Until(() => List(_nest.National), list => list.Partners.Count == 0);
        Assert.Equal("quiet", (await Get()).Needs.En);
        Assert.NotEqual(shared.Revision, kept.Revision);
        Assert.Equal(StatusCode.Aborted, (await Refusal(() => Save(new Partner(shared)))).Code);
    }

    [Fact]
    public async Task a_person_is_never_shared()
    {
        var person = new Partner(Shelter("ann")) { Kind = Partner.Types.Kind.Person, Sharing = Sharing.Shared };
        var (code, fault) = await Refusal(() => Save(person));
        Assert.Equal((StatusCode.InvalidArgument, "partner.sharing"), (code, fault.Field));
        person.Sharing = Sharing.Unspecified;
        Assert.Equal(Sharing.Kept, (await Save(person)).Sharing);
    }

    [Fact]
    public async Task a_removed_partner_is_gone_and_its_id_can_be_used_again()
    {
        var saved = await Save(Shelter());
        await _nest.Local.Partners.RemovePartnerAsync(new RemovePartnerRequest { Initiative = Hamilton, Partner = saved.Partner_, Revision = saved.Revision });

        Assert.Equal(StatusCode.NotFound, (await Refusal(Get)).Code);
        Assert.NotEqual("", (await Save(Shelter())).Revision);
    }

    [Fact]
    public async Task another_node_names_where_to_write()
    {
        var (code, fault) = await Refusal(async () => await _nest.Provincial.Partners.SavePartnerAsync(new SavePartnerRequest { Initiative = Hamilton, Partner = Shelter() }));
        Assert.Equal((StatusCode.FailedPrecondition, "initiative", Hamilton), (code, fault.Field, fault.Holder));
    }

    [Fact]
    public async Task to_be_heard_from_moves_the_day_forward_and_never_back()
    {
        await Save(Shelter());
        Assert.Equal("2026-03-01", (await Heard("2026-03-01")).LastHeard);
        Assert.Equal("2026-03-01", (await Heard("2026-02-01")).LastHeard);
        Assert.Equal("day", (await Refusal(() => Heard("2999-01-01"))).Fault.Field);
        Assert.Equal("day", (await Refusal(() => Heard("1 March"))).Fault.Field);
    }

    [Fact]
    public async Task missing_sectors_voices_and_silence_are_told()
    {
        await _nest.Local.Partners.SeekVoicesAsync(new SeekVoicesRequest
        {
            Initiative = Hamilton,
            Voices = { new Voice { Voice_ = "newcomers", Name = new Text { En = "Newcomers", Fr = "Nouveaux arrivants" } }, new Voice { Voice_ = "youth", Name = new Text { En = "Youth" } } },
        });
        await Save(new Partner(Shelter("a")) { Ring = Ring.Core, LastHeard = "2026-05-01", Voices = { "youth" } });
        await Save(new Partner(Shelter("b")) { Sector = Sector.Health, Ring = Ring.Supportive, DesiredRing = Ring.Core, LastHeard = "2026-01-01", Voices = { "newcomers" } });
        await Save(new Partner(Shelter("c")) { Sector = Sector.Schools, Ring = Ring.Unspecified, DesiredRing = Ring.Involved });

        var engagement = await _nest.Local.Partners.GetEngagementAsync(new GetEngagementRequest { Initiative = Hamilton, SilentSince = "2026-04-01" });

        Assert.Equal(3, engagement.Partners);
        Assert.DoesNotContain(Sector.NotForProfit, engagement.MissingSectors);
        Assert.Contains(Sector.Health, engagement.MissingSectors);
        Assert.Equal("newcomers", Assert.Single(engagement.MissingVoices).Voice_);
        Assert.Equal(["b", "c"], engagement.ToMove.Select(partner => partner.Partner_));
        Assert.Equal("b", Assert.Single(engagement.Silent).Partner_);
        var health = Assert.Single(engagement.Sectors, sector => sector.Sector == Sector.Health);
        Assert.Equal([(Ring.Core, 0, 1), (Ring.Supportive, 1, 0)], health.Rings.Select(ring => (ring.Ring, ring.Current, ring.Desired)));
    }

    [Fact]
    public async Task a_list_is_filtered_by_the_server()
    {
        await Save(new Partner(Shelter("a")) { Ring = Ring.Core, LastHeard = "2026-05-01" });
        await Save(new Partner(Shelter("b")) { Sector = Sector.Health, Ring = Ring.Core, LastHeard = "2026-01-01" });

        Assert.Equal(["b"], await Listed(new ListPartnersRequest { Sector = Sector.Health }));
        Assert.Equal(["a", "b"], await Listed(new ListPartnersRequest { Ring = Ring.Core }));
        Assert.Equal(["b"], await Listed(new ListPartnersRequest { SilentSince = "2026-02-01" }));
        Assert.Equal([], await Listed(new ListPartnersRequest { DesiredRing = Ring.Peripheral }));
    }

    [Theory]
    [InlineData("initiative")]
    [InlineData("partner.partner")]
    [InlineData("partner.kind")]
    [InlineData("partner.name")]
    [InlineData("partner.sector")]
    [InlineData("partner.ring")]
    [InlineData("partner.needs.fr")]
    [InlineData("partner.last_heard")]
    [InlineData("partner.voices[0]")]
    public async Task a_field_at_fault_is_named_and_nothing_is_stored(string field)
    {
        var partner = Shelter();
        if (field == "initiative") partner.Initiative = "Hamilton!";
        if (field == "partner.partner") partner.Partner_ = "Good Shelter";
        if (field == "partner.kind") partner.Kind = Partner.Types.Kind.Unspecified;
        if (field == "partner.name") partner.Name = new Text();
        if (field == "partner.sector") partner.Sector = (Sector)99;
        if (field == "partner.ring") partner.Ring = (Ring)99;
        if (field == "partner.needs.fr") partner.Needs = new Text { Fr = new string('é', 2001) };
        if (field == "partner.last_heard") partner.LastHeard = "2026-02-30";
        if (field == "partner.voices[0]") partner.Voices.Add("whales");
        var head = _nest.Local.Log.Head;

        var (code, fault) = await Refusal(() => Save(partner));

        Assert.Equal((StatusCode.InvalidArgument, field), (code, fault.Field));
        Assert.Equal(head, _nest.Local.Log.Head);
    }

    private static Partner Shelter(string id = "good-shelter") => new()
    {
        Initiative = Hamilton,
        Partner_ = id,
        Kind = Partner.Types.Kind.Organisation,
        Name = new Text { En = "Good Shelter", Fr = "Bon refuge" },
        Sector = Sector.NotForProfit,
        Ring = Ring.Involved,
    };

    private async Task<Partner> Save(Partner partner) => await _nest.Local.Partners.SavePartnerAsync(
        new SavePartnerRequest { Initiative = partner.Initiative, Partner = partner });

    private async Task<Partner> Get() => await _nest.Local.Partners.GetPartnerAsync(new GetPartnerRequest { Initiative = Hamilton, Partner = "good-shelter" });

    private async Task<Partner> Heard(string day) =>
        await _nest.Local.Partners.NoteHeardAsync(new NoteHeardRequest { Initiative = Hamilton, Partner = "good-shelter", Day = day });

    private static async Task<ListPartnersResponse> List(TestNode node) => await node.Partners.ListPartnersAsync(new ListPartnersRequest { Initiative = Hamilton });

    private async Task<IEnumerable<string>> Listed(ListPartnersRequest request) =>
        (await _nest.Local.Partners.ListPartnersAsync(new ListPartnersRequest(request) { Initiative = Hamilton })).Partners.Select(partner => partner.Partner_);

    private static List<string> Ids(TestNode node) => node.Log.Read(reader => reader.DocumentsAfter(0, int.MaxValue)).ConvertAll(document => document.Content.Id);
}
