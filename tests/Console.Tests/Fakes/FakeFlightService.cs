using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Tests.Fakes;

/// <summary>Nobody guides the vision, wherever it is asked about, and each initiative is to take policy over.</summary>
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

    public override Task<ListPhasesResponse> ListPhases(ListPhasesRequest request, ServerCallContext context)
    {
        nest.Answering("ListPhases");
        return Task.FromResult(request.Children ? new ListPhasesResponse() : new ListPhasesResponse
        {
            Phases = { new NestPhase { Initiative = request.Initiative, Parent = "ca", Phase = NestPhase.Types.Phase.TakingOver, Since = "2026-02-01", Number = 2 } },
        });
    }

    public override Task<ListPlannedHandOversResponse> ListPlannedHandOvers(ListPlannedHandOversRequest request, ServerCallContext context)
    {
        nest.Answering("ListPlannedHandOvers");
        return Task.FromResult(new ListPlannedHandOversResponse
        {
            Plans =
            {
                new PlannedHandOver
                {
                    Initiative = request.Initiative, Function = Function.AdvancePolicy, Day = "2027-04-01", Judge = "ca", Holder = "ca", State = PlannedHandOver.Types.State.NotReady,
                    ReadyWhen = new Text { En = "Two asks answered", Fr = "Deux demandes répondues" }, Revision = "0.1",
                    Judgement = new PlannedHandOver.Types.Judgement { Reason = new Text { En = "One is open", Fr = "Une est ouverte" }, Day = "2026-09-01" },
                },
            },
        });
    }
}
