using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Gateway.Tests.Nodes;

internal sealed class NestService(NodeState node) : V1.Nest.NestBase
{
    public override Task<Initiative> RegisterInitiative(RegisterInitiativeRequest request, ServerCallContext context) =>
        Task.FromResult(new Initiative { Initiative_ = request.Initiative, Node = node.Id });

    public override Task<Initiative> GetInitiative(GetInitiativeRequest request, ServerCallContext context) =>
        Task.FromResult(new Initiative { Initiative_ = request.Initiative, Node = node.Id });

    public override Task<ListInitiativesResponse> ListInitiatives(ListInitiativesRequest request, ServerCallContext context) =>
        Task.FromResult(new ListInitiativesResponse { Initiatives = { new Initiative { Node = node.Id } } });
}
