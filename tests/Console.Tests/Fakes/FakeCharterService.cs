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

    public override Task<ListHoldingsResponse> ListHoldings(ListHoldingsRequest request, ServerCallContext context)
    {
        nest.Answering("ListHoldings");
        return Task.FromResult(new ListHoldingsResponse
        {
            Holdings =
            {
                from map in nest.Functions
                where map.Key != request.Initiative
                from function in map.Value.Functions
                let asked = function.Proposed.Any(proposal => proposal.Holders.Contains(request.Initiative))
                where asked || (!request.Asked && function.Holders.Contains(request.Initiative))
                select new ListHoldingsResponse.Types.Holding { Initiative = map.Key, Function = function, Asked = asked },
            },
        });
    }
}
