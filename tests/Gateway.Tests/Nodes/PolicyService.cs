using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Gateway.Tests.Nodes;

internal sealed class PolicyService(NodeState node) : Policy.PolicyBase
{
    public override Task<ListBarriersResponse> ListBarriers(ListBarriersRequest request, ServerCallContext context) => node.Told.Say<ListBarriersResponse>(request);

    public override Task<PolicyBarrier> GetBarrier(GetBarrierRequest request, ServerCallContext context) => node.Told.Say<PolicyBarrier>(request);

    public override Task<PolicyBarrier> SaveBarrier(SaveBarrierRequest request, ServerCallContext context) => node.Told.Say<PolicyBarrier>(request);

    public override Task<RemoveBarrierResponse> RemoveBarrier(RemoveBarrierRequest request, ServerCallContext context) => node.Told.Say<RemoveBarrierResponse>(request);

    public override Task<ListCommonBarriersResponse> ListCommonBarriers(ListCommonBarriersRequest request, ServerCallContext context) =>
        node.Told.Say<ListCommonBarriersResponse>(request);

    public override Task<ListAsksResponse> ListAsks(ListAsksRequest request, ServerCallContext context) => node.Told.Say<ListAsksResponse>(request);

    public override Task<PolicyAsk> GetAsk(GetAskRequest request, ServerCallContext context) => node.Told.Say<PolicyAsk>(request);

    public override Task<PolicyAsk> SaveAsk(SaveAskRequest request, ServerCallContext context) => node.Told.Say<PolicyAsk>(request);

    public override Task<PolicyAsk> MoveAsk(MoveAskRequest request, ServerCallContext context) => node.Told.Say<PolicyAsk>(request);

    public override Task<ListPositionsResponse> ListPositions(ListPositionsRequest request, ServerCallContext context) => node.Told.Say<ListPositionsResponse>(request);

    public override Task<AskPosition> SavePosition(SavePositionRequest request, ServerCallContext context) => node.Told.Say<AskPosition>(request);
}
