using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Gateway.Tests.Nodes;

internal sealed class PartnersService(NodeState node) : V1.Partners.PartnersBase
{
    public override Task<ListPartnersResponse> ListPartners(ListPartnersRequest request, ServerCallContext context) =>
        node.Answers.To<ListPartnersRequest, ListPartnersResponse>(request);

    public override Task<Partner> GetPartner(GetPartnerRequest request, ServerCallContext context) =>
        node.Answers.To<GetPartnerRequest, Partner>(request);

    public override Task<Partner> SavePartner(SavePartnerRequest request, ServerCallContext context) =>
        node.Answers.To<SavePartnerRequest, Partner>(request);

    public override Task<Partner> NoteHeard(NoteHeardRequest request, ServerCallContext context) =>
        node.Answers.To<NoteHeardRequest, Partner>(request);

    public override Task<SoughtVoices> SeekVoices(SeekVoicesRequest request, ServerCallContext context) =>
        node.Answers.To<SeekVoicesRequest, SoughtVoices>(request);

    public override Task<Engagement> GetEngagement(GetEngagementRequest request, ServerCallContext context) =>
        node.Answers.To<GetEngagementRequest, Engagement>(request);
}
