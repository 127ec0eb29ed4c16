using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Gateway.Tests.Nodes;

internal sealed class ResourcesService(NodeState node) : Resources.ResourcesBase
{
    public override Task<ListNeedsResponse> ListNeeds(ListNeedsRequest request, ServerCallContext context) => node.Told.Say<ListNeedsResponse>(request);

    public override Task<Need> SaveNeed(SaveNeedRequest request, ServerCallContext context) => node.Told.Say<Need>(request);

    public override Task<ListSourcesResponse> ListSources(ListSourcesRequest request, ServerCallContext context) => node.Told.Say<ListSourcesResponse>(request);

    public override Task<Source> SaveSource(SaveSourceRequest request, ServerCallContext context) => node.Told.Say<Source>(request);

    public override Task<ListApplicationsResponse> ListApplications(ListApplicationsRequest request, ServerCallContext context) => node.Told.Say<ListApplicationsResponse>(request);

    public override Task<Application> SaveApplication(SaveApplicationRequest request, ServerCallContext context) => node.Told.Say<Application>(request);

    public override Task<ListFundsResponse> ListFunds(ListFundsRequest request, ServerCallContext context) => node.Told.Say<ListFundsResponse>(request);

    public override Task<Fund> GetFund(GetFundRequest request, ServerCallContext context) => node.Told.Say<Fund>(request);

    public override Task<Fund> SaveFund(SaveFundRequest request, ServerCallContext context) => node.Told.Say<Fund>(request);

    public override Task<ListEntriesResponse> ListEntries(ListEntriesRequest request, ServerCallContext context) => node.Told.Say<ListEntriesResponse>(request);

    public override Task<Entry> SaveEntry(SaveEntryRequest request, ServerCallContext context) => node.Told.Say<Entry>(request);

    public override Task<ListAllocationsResponse> ListAllocations(ListAllocationsRequest request, ServerCallContext context) => node.Told.Say<ListAllocationsResponse>(request);

    public override Task<Allocation> Allocate(AllocateRequest request, ServerCallContext context) => node.Told.Say<Allocation>(request);

    public override Task<Allocation> AnswerAllocation(AnswerAllocationRequest request, ServerCallContext context) => node.Told.Say<Allocation>(request);
}
