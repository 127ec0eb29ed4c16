using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Tests.Fakes;

/// <summary>Canada asks for a law that Hamilton is named in; Ontario asks too; a barrier of Canada's own is in no ask.</summary>
internal sealed class FakePolicyService(FakeNest nest) : Policy.PolicyBase
{
    public override Task<ListAsksResponse> ListAsks(ListAsksRequest request, ServerCallContext context)
    {
        nest.Answering("ListAsks");
        if (request.Initiative != "ca")
            return Task.FromResult(new ListAsksResponse());
        return Task.FromResult(new ListAsksResponse
        {
            Asks =
            {
                new PolicyAsk
                {
                    Initiative = "ca", Ask = "notice", Title = new Text { En = "Notice of <sale>", Fr = "Avis de vente" }, Asked = new Text { En = "That tenants hear first." },
                    Body = new Text { En = "Parliament", Fr = "Le Parlement" }, Instrument = PolicyAsk.Types.Instrument.Law, Stage = PolicyAsk.Types.Stage.UnderConsideration,
                    Sharing = Sharing.Shared,
                    Moves =
                    {
                        new PolicyAsk.Types.Move { To = PolicyAsk.Types.Stage.Drafted, Day = "2026-09-01" },
                        new PolicyAsk.Types.Move { To = PolicyAsk.Types.Stage.UnderConsideration, Day = "2026-11-04", Note = new Text { Fr = "En comité" } },
                    },
                    Answer = new PolicyAsk.Types.Answer { Text = new Text { En = "In January." }, Day = "2026-11-04" },
                    MetBy = new MetBy
                    {
                        Initiatives = 4, Named = { "ca.on.hamilton" }, Counted = 1, Places = { new MetBy.Types.Place { Place_ = "ca.qc", Level = Level.Local, Initiatives = 2 } },
                    },
                    Positions = new PolicyAsk.Types.Count { Supports = 1, Opposes = 1 },
                },
                new PolicyAsk
                {
                    Initiative = "ca.on", Ask = "supplement", Title = new Text { En = "A supplement that moves" }, Body = new Text { En = "Ministry" },
                    Instrument = PolicyAsk.Types.Instrument.Budget, Stage = PolicyAsk.Types.Stage.Raised,
                },
            },
        });
    }

    public override Task<ListPositionsResponse> ListPositions(ListPositionsRequest request, ServerCallContext context) => Task.FromResult(new ListPositionsResponse
    {
        Positions =
        {
            new AskPosition { Ask = request.Ask, Position = "owners", Name = new Text { En = "Small owners" }, Stance = AskPosition.Types.Stance.Opposes, Day = "2026-10-20" },
        },
    });

    public override Task<ListBarriersResponse> ListBarriers(ListBarriersRequest request, ServerCallContext context)
    {
        nest.Answering("ListBarriers");
        return Task.FromResult(request.Initiative != "ca" ? new ListBarriersResponse() : new ListBarriersResponse
        {
            Barriers =
            {
                new PolicyBarrier
                {
                    Initiative = "ca", Barrier = "paper", Title = new Text { Fr = "Sur papier seulement" }, Effect = new Text { Fr = "Sans adresse, pas de réponse." },
                    Since = "2024-09-01", Sharing = Sharing.Kept,
                },
            },
        });
    }

    public override Task<ListCommonBarriersResponse> ListCommonBarriers(ListCommonBarriersRequest request, ServerCallContext context) => Task.FromResult(
        request.Initiative != "ca" ? new ListCommonBarriersResponse() : new ListCommonBarriersResponse
        {
            Groups =
            {
                new ListCommonBarriersResponse.Types.Group
                {
                    Subject = $"indicator {SampleNest.Households}", Initiatives = 2, Barriers = 3, NotTakenUp = 1,
                    First = { new ListCommonBarriersResponse.Types.Named { Initiative = "ca.on.hamilton", Barrier = "sales", Title = new Text { En = "Private sales" } } },
                },
            },
        });
}
