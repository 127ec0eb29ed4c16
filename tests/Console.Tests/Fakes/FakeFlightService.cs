using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Tests.Fakes;

/// <summary>Nobody guides the vision, wherever it is asked about.</summary>
internal sealed class FakeFlightService(FakeNest nest) : Flight.FlightBase
{
    public override Task<NestMap> GetNestMap(GetNestMapRequest request, ServerCallContext context)
    {
        nest.Answering("GetNestMap");
        return Task.FromResult(new NestMap
        {
            Entries = { new NestMap.Types.Entry { Initiative = request.Initiative, Function = Function.GuideVisionAndStrategy, State = FunctionState.Types.State.Gap } },
        });
    }
}
