using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Tests.Fakes;

/// <summary>Two partners, one of them silent, and a voice that nobody speaks with.</summary>
internal sealed class FakePartnersService(FakeNest nest) : V1.Partners.PartnersBase
{
    private static readonly Partner Shelter = new()
    {
        Partner_ = "shelter",
        Name = new Text { En = "Shelter <A>", Fr = "Refuge <A>" },
        Sector = Sector.NotForProfit,
        Ring = Ring.Involved,
        DesiredRing = Ring.Core,
        Brings = new Text { Fr = "Des lits" },
        LastHeard = "2026-01-05",
        Sharing = Sharing.Kept,
    };

    public override Task<ListPartnersResponse> ListPartners(ListPartnersRequest request, ServerCallContext context)
    {
        nest.Answering("ListPartners");
        return Task.FromResult(new ListPartnersResponse { Partners = { Shelter, new Partner { Partner_ = "city", Sector = Sector.Government } } });
    }

    public override Task<Engagement> GetEngagement(GetEngagementRequest request, ServerCallContext context)
    {
        nest.Answering("GetEngagement");
        var youth = new Voice { Voice_ = "youth", Name = new Text { En = "Young people" } };
        return Task.FromResult(new Engagement
        {
            Partners = 2,
            Sectors =
            {
                new Engagement.Types.SectorCount
                {
                    Sector = Sector.NotForProfit,
                    Rings =
                    {
                        new Engagement.Types.RingCount { Ring = Ring.Core, Desired = 2 },
                        new Engagement.Types.RingCount { Ring = Ring.Involved, Current = 1 },
                        new Engagement.Types.RingCount { Ring = Ring.Peripheral, Current = 300 },
                    },
                },
            },
            MissingSectors = { Sector.Health, Sector.Schools },
            Sought = new SoughtVoices { Voices = { youth } },
            MissingVoices = { youth },
            Silent = { Shelter },
            SilentPartners = 1,
            SilentSince = "2026-08-01",
        });
    }
}
