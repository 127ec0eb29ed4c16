using System.Globalization;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Tests.Fakes;

internal sealed class FakeNestService(FakeNest nest) : Nest.NestBase
{
    public override Task<Initiative> GetInitiative(GetInitiativeRequest request, ServerCallContext context)
    {
        nest.Answering("GetInitiative");
        return nest.Initiatives.TryGetValue(request.Initiative, out var initiative)
            ? Task.FromResult(initiative)
            : throw new RpcException(new Status(StatusCode.NotFound, "unknown"));
    }

    public override Task<ListInitiativesResponse> ListInitiatives(ListInitiativesRequest request, ServerCallContext context)
    {
        nest.Answering("ListInitiatives");
        var from = request.PageToken.Length == 0 ? 0 : int.Parse(request.PageToken, CultureInfo.InvariantCulture);
        var all = nest.Initiatives.Values.Where(initiative => nest.IsUnder(initiative, request.Under)).ToList();
        var next = from + request.PageSize;
        return Task.FromResult(new ListInitiativesResponse
        {
            Initiatives = { all.Skip(from).Take(request.PageSize) },
            NextPageToken = next < all.Count ? next.ToString(CultureInfo.InvariantCulture) : "",
        });
    }
}
