using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Gateway.Tests.Nodes;

internal sealed class PublicWillService(NodeState node) : PublicWill.PublicWillBase
{
    public override Task<ListCampaignsResponse> ListCampaigns(ListCampaignsRequest request, ServerCallContext context) => node.Told.Say<ListCampaignsResponse>(request);

    public override Task<Campaign> GetCampaign(GetCampaignRequest request, ServerCallContext context) => node.Told.Say<Campaign>(request);

    public override Task<Campaign> SaveCampaign(SaveCampaignRequest request, ServerCallContext context) => node.Told.Say<Campaign>(request);

    public override Task<ListMessagesResponse> ListMessages(ListMessagesRequest request, ServerCallContext context) => node.Told.Say<ListMessagesResponse>(request);

    public override Task<CampaignMessage> SaveMessage(SaveMessageRequest request, ServerCallContext context) => node.Told.Say<CampaignMessage>(request);

    public override Task<ListEventsResponse> ListEvents(ListEventsRequest request, ServerCallContext context) => node.Told.Say<ListEventsResponse>(request);

    public override Task<CampaignEvent> SaveEvent(SaveEventRequest request, ServerCallContext context) => node.Told.Say<CampaignEvent>(request);

    public override Task<ListReachResponse> ListReach(ListReachRequest request, ServerCallContext context) => node.Told.Say<ListReachResponse>(request);

    public override Task<CampaignReach> SaveReach(SaveReachRequest request, ServerCallContext context) => node.Told.Say<CampaignReach>(request);

    public override Task<ListOffersResponse> ListOffers(ListOffersRequest request, ServerCallContext context) => node.Told.Say<ListOffersResponse>(request);

    public override Task<Adaptation> SaveAdaptation(SaveAdaptationRequest request, ServerCallContext context) => node.Told.Say<Adaptation>(request);
}
