using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Tests.Fakes;

/// <summary>A campaign of Canada's with a message that lacks a language, an event, its reach, and what Ontario is offered.</summary>
internal sealed class FakePublicWillService(FakeNest nest) : PublicWill.PublicWillBase
{
    private static readonly Campaign Keep = new()
    {
        Initiative = "ca", Campaign_ = "keep", Name = new Text { En = "Keep <every> home", Fr = "Garder chaque logement" }, Aim = new Text { En = "Owners sell to tenants first." },
        Audiences =
        {
            new Campaign.Types.Audience { Audience_ = "owners", Name = new Text { En = "Owners", Fr = "Propriétaires" } },
            new Campaign.Types.Audience { Audience_ = "press", Name = new Text { En = "The press" } },
        },
        Channels = { OutreachChannel.Press, OutreachChannel.DoorToDoor }, From = "2026-09-01", Status = Campaign.Types.Status.Underway, Offered = true, Sharing = Sharing.Shared,
    };

    public override Task<ListCampaignsResponse> ListCampaigns(ListCampaignsRequest request, ServerCallContext context)
    {
        nest.Answering("ListCampaigns");
        return Task.FromResult(request.Initiative == "ca" ? new ListCampaignsResponse { Campaigns = { Keep } } : new ListCampaignsResponse());
    }

    public override Task<ListMessagesResponse> ListMessages(ListMessagesRequest request, ServerCallContext context) => Task.FromResult(new ListMessagesResponse
    {
        Messages = { new CampaignMessage { Initiative = "ca", Campaign = "keep", Message = "first", Audience = "owners", Text = new Text { En = "Ask them first." } } },
    });

    public override Task<ListEventsResponse> ListEvents(ListEventsRequest request, ServerCallContext context) => Task.FromResult(
        request.Initiative != "ca" ? new ListEventsResponse() : new ListEventsResponse
        {
            Events =
            {
                new CampaignEvent
                {
                    Initiative = "ca", Event = "hall", Campaign = "keep", Name = new Text { Fr = "Soirée au sous-sol" }, Day = "2026-10-02", Kind = CampaignEvent.Types.Kind.TownHall,
                    Expected = 80, Attended = 112, Sectors = { new CampaignEvent.Types.SectorPart { Sector = Sector.Health, Count = 12 } },
                },
            },
        });

    public override Task<ReachTable> GetReachTable(GetReachTableRequest request, ServerCallContext context) => Task.FromResult(
        request.Initiative != "ca" ? new ReachTable() : new ReachTable
        {
            Rows =
            {
                new ReachTable.Types.Row { Channel = OutreachChannel.Press, Measure = CampaignReach.Types.Measure.PeopleReached, Count = 1_250_000, Initiatives = 3 },
                new ReachTable.Types.Row { Channel = OutreachChannel.Press, Measure = CampaignReach.Types.Measure.Responses, Count = 12, Initiatives = 1 },
            },
        });

    public override Task<ListEndorsementsResponse> ListEndorsements(ListEndorsementsRequest request, ServerCallContext context) => Task.FromResult(
        request.Initiative != "ca" ? new ListEndorsementsResponse() : new ListEndorsementsResponse
        {
            Endorsements = { new Endorsement { Endorsement_ = "e", Sector = Sector.Schools, Words = new Text { En = "We see it daily." }, Day = "2026-09-05" } },
        });

    public override Task<ListOffersResponse> ListOffers(ListOffersRequest request, ServerCallContext context) => Task.FromResult(
        request.Initiative != "ca.on" ? new ListOffersResponse() : new ListOffersResponse
        {
            Offers =
            {
                new ListOffersResponse.Types.Offer
                {
                    Campaign = Keep, Adaptation = new Adaptation { Answer = Adaptation.Types.Answer.Declined, Reason = new Text { En = "Ours runs already." }, OfFormer = true },
                },
                new ListOffersResponse.Types.Offer
                {
                    Message = new CampaignMessage { Initiative = "ca", Campaign = "keep", Message = "first", Text = new Text { En = "Ask them first." } },
                },
            },
        });
}
