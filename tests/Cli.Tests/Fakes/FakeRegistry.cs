using Grpc.Core;

namespace CollectiveImpact.Cli.Tests.Fakes;

/// <summary>The initiatives of the maps that the test gives, hosted where they say.</summary>
internal sealed class FakeRegistry(FakeOperator node) : V1.Nest.NestBase
{
    public override Task<ListInitiativesResponse> ListInitiatives(ListInitiativesRequest request, ServerCallContext context) => Task.FromResult(new ListInitiativesResponse
    {
        Initiatives = { node.Maps.Select(map => new Initiative { Initiative_ = map.Initiative, Level = map.Level, Node = map.Node }) },
    });
}
