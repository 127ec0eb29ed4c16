using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Policy;

/// <summary>Barriers, the asks that are raised from them, and who is for and against.</summary>
internal sealed partial class PolicyService(
    PolicyRecords records, BarrierWriting barriers, AskWriting asks, PositionWriting positions, AskLists lists, RecordCalls calls, TimeProvider time)
    : V1.Policy.PolicyBase
{
    public override async Task<PolicyBarrier> SaveBarrier(SaveBarrierRequest request, ServerCallContext context)
    {
        var barrier = request.Barrier?.Clone() ?? new PolicyBarrier();
        Check.Same("barrier.initiative", barrier.Initiative, request.Initiative)?.Throw();
        var saved = await calls.WriteAsync(
            records.Barriers, request.Initiative, "",
            (transaction, epoch) => barriers.Save(transaction, calls.Working, request.Initiative, epoch, barrier), context);
        return calls.Read(request.Initiative, (reader, standing) => new BarrierLists(records, reader, standing).Show(saved));
    }

    public override Task<RemoveBarrierResponse> RemoveBarrier(RemoveBarrierRequest request, ServerCallContext context) => calls.RemoveAsync(
        records.Barriers, request.Initiative, "", request.Barrier, request.Revision, "barrier", new RemoveBarrierResponse(), context);

    public override Task<PolicyBarrier> GetBarrier(GetBarrierRequest request, ServerCallContext context) => Task.FromResult(calls.Read(
        request.Initiative,
        (reader, standing) => new BarrierLists(records, reader, standing).Show(records.Barriers.Get(reader.Find, request.Initiative, request.Barrier, "barrier"))));

    public override Task<ListBarriersResponse> ListBarriers(ListBarriersRequest request, ServerCallContext context)
    {
        var size = Page<PolicyBarrier>.Size(request.PageSize);
        (Place.Read("page_token", request.PageToken, out var after) ?? BarrierLists.Fault(request))?.Throw();
        return Task.FromResult(calls.Read(request.Initiative, (reader, standing) =>
        {
            var page = Page<PolicyBarrier>.Take(new BarrierLists(records, reader, standing).Barriers(request, after, time.Today()), size);
            return new ListBarriersResponse { Barriers = { page.Items }, NextPageToken = page.NextToken };
        }));
    }

    public override Task<ListCommonBarriersResponse> ListCommonBarriers(ListCommonBarriersRequest request, ServerCallContext context)
    {
        const int usual = 20, largest = 100;
        (Check.PageSize("page_size", request.PageSize, usual, largest, out var size) ?? CommonBarriers.Fault(request))?.Throw();
        return Task.FromResult(calls.Read(request.Initiative, (reader, standing) =>
        {
            var page = Page<ListCommonBarriersResponse.Types.Group>.Take(
                new CommonBarriers(records, reader, standing, request.Initiative, time.Today()).Groups(request), size);
            return new ListCommonBarriersResponse { Groups = { page.Items }, NextPageToken = page.NextToken };
        }));
    }
}
