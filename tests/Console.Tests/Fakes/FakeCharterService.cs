using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Tests.Fakes;

internal sealed class FakeCharterService(FakeNest nest) : Charter.CharterBase
{
    public override Task<FunctionMap> GetFunctionMap(GetFunctionMapRequest request, ServerCallContext context)
    {
        nest.Answering("GetFunctionMap");
        return Task.FromResult(nest.Functions.GetValueOrDefault(request.Initiative) ?? new FunctionMap());
    }
}
