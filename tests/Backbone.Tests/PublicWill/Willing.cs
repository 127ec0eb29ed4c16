using CollectiveImpact.Backbone.Tests.Network;
using CollectiveImpact.Exchange.Documents;
using static CollectiveImpact.Backbone.Tests.Network.Words;

namespace CollectiveImpact.Backbone.Tests.PublicWill;

/// <summary>What tests say about public will, in the nest of <see cref="TestNest"/>.</summary>
internal static class Willing
{
    public const string Canada = "ca", Ontario = "ca.on", Quebec = "ca.qc", Hamilton = "ca.on.hamilton", Toronto = "ca.on.toronto", Ottawa = "ca.ottawa-gatineau";

    public const string Tenants = "tenants", Owners = "owners";

    public static Text Both(string english) => new() { En = english, Fr = $"{english} (fr)" };

    /// <summary>Every initiative builds its public will itself.</summary>
    public static async Task PrepareAsync(this TestNest nest)
    {
        foreach (var (node, initiative) in new[] { (nest.National, Canada), (nest.Provincial, Ontario), (nest.Provincial, Quebec), (nest.Local, Hamilton), (nest.Local, Toronto), (nest.Local, Ottawa) })
            await node.Hold(initiative, initiative);
    }

    public static async Task Hold(this TestNode node, string initiative, params string[] holders) =>
        await node.Charter.DeclareAsync(new DeclareRequest { Initiative = initiative, Function = Function.BuildPublicWill, Holders = { holders } });

    public static async Task TakeUp(this TestNode node, string initiative, string responder) => await Until(
        async () => await node.Charter.RespondAsync(new RespondRequest
        {
            Initiative = initiative,
            Function = Function.BuildPublicWill,
            Responder = responder,
            Answer = RespondRequest.Types.Answer.Accept,
        }),
        _ => true);

    public static async Task<string> Holds(this TestNode node, string initiative) =>
        (await node.Charter.GetFunctionMapAsync(new GetFunctionMapRequest { Initiative = initiative })).Functions.Single(state => state.Function == Function.BuildPublicWill).Writer;

    public static Campaign ACampaign(string id, bool offered = false, Sharing sharing = Sharing.Shared) => new()
    {
        Campaign_ = id,
        Name = Both(id),
        Aim = Both("Everybody knows"),
        Audiences = { new V1.Campaign.Types.Audience { Audience_ = Tenants, Name = Both("Tenants") }, new V1.Campaign.Types.Audience { Audience_ = Owners, Name = Both("Owners") } },
        Channels = { OutreachChannel.Press, OutreachChannel.DoorToDoor },
        Status = V1.Campaign.Types.Status.Underway,
        Offered = offered,
        Sharing = sharing,
    };

    public static async Task<Campaign> Run(this TestNode node, string initiative, Campaign campaign) =>
        await node.Will.SaveCampaignAsync(new SaveCampaignRequest { Initiative = initiative, Campaign = campaign });

    public static async Task<Campaign> Campaign(this TestNode node, string initiative, string id) =>
        await node.Will.GetCampaignAsync(new GetCampaignRequest { Initiative = initiative, Campaign = id });

    public static Task<Campaign> Heard(this TestNode node, string initiative, string id, Func<Campaign, bool>? isRight = null) =>
        Until(() => node.Campaign(initiative, id), campaign => isRight?.Invoke(campaign) ?? true);

    public static CampaignMessage AMessage(string campaign, string id, Sharing sharing = Sharing.Shared, string audience = Tenants) =>
        new() { Campaign = campaign, Message = id, Audience = audience, Text = Both(id), Sharing = sharing };

    public static async Task<CampaignMessage> Say(this TestNode node, string initiative, CampaignMessage message) =>
        await node.Will.SaveMessageAsync(new SaveMessageRequest { Initiative = initiative, Message = message });

    public static CampaignEvent AnEvent(string id, string day = "2026-02-01", string campaign = "", Sharing sharing = Sharing.Shared) =>
        new() { Event = id, Campaign = campaign, Name = Both(id), Day = day, Kind = CampaignEvent.Types.Kind.TownHall, Sharing = sharing };

    public static async Task<CampaignEvent> Hold(this TestNode node, string initiative, CampaignEvent held) =>
        await node.Will.SaveEventAsync(new SaveEventRequest { Initiative = initiative, Event = held });

    public static CampaignReach AReach(
        string id, string campaign, long count, string from = "2026-02-01", string until = "2026-02-28", string message = "", Sharing sharing = Sharing.Shared,
        OutreachChannel channel = OutreachChannel.Press, CampaignReach.Types.Measure measure = CampaignReach.Types.Measure.PeopleReached) =>
        new() { Reach = id, Campaign = campaign, Message = message, Channel = channel, Measure = measure, From = from, Until = until, Count = count, Sharing = sharing };

    public static async Task<CampaignReach> Report(this TestNode node, string initiative, CampaignReach reach) =>
        await node.Will.SaveReachAsync(new SaveReachRequest { Initiative = initiative, Reach = reach });

    public static async Task<ReachTable> Table(this TestNode node, GetReachTableRequest request) => await node.Will.GetReachTableAsync(request);

    public static Endorsement AnEndorsement(string id, Endorsement.Types.Naming naming = Endorsement.Types.Naming.ByName, Sharing sharing = Sharing.Shared) =>
        new() { Endorsement_ = id, Name = Both(id), Sector = Sector.Business, Words = Both("We agree"), Naming = naming, Sharing = sharing };

    public static async Task<Endorsement> Endorse(this TestNode node, string initiative, Endorsement endorsement) =>
        await node.Will.SaveEndorsementAsync(new SaveEndorsementRequest { Initiative = initiative, Endorsement = endorsement });

    public static async Task<IReadOnlyList<Endorsement>> Endorsements(this TestNode node, ListEndorsementsRequest request) =>
        (await node.Will.ListEndorsementsAsync(request)).Endorsements;

    public static async Task<IReadOnlyList<ListOffersResponse.Types.Offer>> Offers(this TestNode node, string initiative, bool open = false) =>
        (await node.Will.ListOffersAsync(new ListOffersRequest { Initiative = initiative, Open = open })).Offers;

    public static string Name(this ListOffersResponse.Types.Offer offer) =>
        offer.Campaign is { } campaign ? $"{campaign.Initiative}/{campaign.Campaign_}" : $"{offer.Message.Initiative}/{offer.Message.Campaign}/{offer.Message.Message}";

    /// <summary>An answer to an offer as it stands.</summary>
    public static Adaptation To(this ListOffersResponse.Types.Offer offer, Adaptation.Types.Answer answer) => offer.Campaign is { } campaign
        ? new Adaptation { Of = campaign.Initiative, Campaign = campaign.Campaign_, OfRevision = campaign.Revision, Answer = answer, Revision = offer.Adaptation?.Revision ?? "" }
        : new Adaptation { Of = offer.Message.Initiative, Campaign = offer.Message.Campaign, Message = offer.Message.Message, OfRevision = offer.Message.Revision, Answer = answer, Revision = offer.Adaptation?.Revision ?? "" };

    public static async Task<Adaptation> Answer(this TestNode node, string initiative, Adaptation adaptation) =>
        await node.Will.SaveAdaptationAsync(new SaveAdaptationRequest { Initiative = initiative, Adaptation = adaptation });

    public static async Task<IReadOnlyList<ListAdaptationsResponse.Types.Row>> Adaptations(this TestNode node, ListAdaptationsRequest request) =>
        (await node.Will.ListAdaptationsAsync(request)).Rows;

    /// <summary>All that is in a node's log.</summary>
    public static List<StoredDocument> Documents(this TestNode node) => node.Log.Read(reader => reader.DocumentsAfter(0, 10_000));

    public static async Task<(Grpc.Core.StatusCode, string)> Field(Func<Task> call)
    {
        var (code, fault) = await Refusal(call);
        return (code, fault.Field);
    }
}
