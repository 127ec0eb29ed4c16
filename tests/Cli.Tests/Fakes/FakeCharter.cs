using Grpc.Core;

namespace CollectiveImpact.Cli.Tests.Fakes;

/// <summary>The function maps that the test gives.</summary>
internal sealed class FakeCharter(FakeOperator node) : Charter.CharterBase
{
    public override Task<FunctionMap> GetFunctionMap(GetFunctionMapRequest request, ServerCallContext context) =>
        Task.FromResult(node.Maps.Single(map => map.Initiative == request.Initiative));
}
