using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Partners;

/// <summary>Works out how an initiative stands with its partners.</summary>
internal static class EngagementOf
{
    private const int MostListed = 100;

    private static readonly IReadOnlyList<Sector> Sectors = [.. Enum.GetValues<Sector>().Where(sector => sector != Sector.Unspecified)];
    private static readonly IReadOnlyList<Ring> Rings = [.. Enum.GetValues<Ring>().Where(ring => ring != Ring.Unspecified)];

    /// <param name="initiative">Whose.</param>
    /// <param name="partners">All that are known.</param>
    /// <param name="sought">The voices that it seeks.</param>
    /// <param name="silentSince">Who was not heard from on or after this day is silent.</param>
    public static Engagement Partners(string initiative, IReadOnlyList<Partner> partners, SoughtVoices sought, DateOnly silentSince)
    {
        var day = silentSince.Written();
        var silent = partners.Where(partner => partner.Ring != Ring.Unspecified && string.CompareOrdinal(partner.LastHeard, day) < 0).ToList();
        var heard = partners.Where(TakesPart).SelectMany(partner => partner.Voices).ToHashSet();
        return new Engagement
        {
            Initiative = initiative,
            Partners = partners.Count,
            Sectors = { Sectors.Select(sector => Count(sector, partners)).Where(count => count.Rings.Count > 0) },
            MissingSectors = { Sectors.Where(sector => !partners.Any(partner => partner.Sector == sector && TakesPart(partner))) },
            Sought = sought,
            MissingVoices = { sought.Voices.Where(voice => !heard.Contains(voice.Voice_)) },
            ToMove = { partners.Where(partner => partner.DesiredRing != Ring.Unspecified && partner.DesiredRing != partner.Ring).OrderBy(partner => partner.DesiredRing).Take(MostListed) },
            Silent = { silent.OrderBy(partner => partner.LastHeard, StringComparer.Ordinal).Take(MostListed) },
            SilentPartners = silent.Count,
            SilentSince = day,
        };
    }

    private static bool TakesPart(Partner partner) => partner.Ring is Ring.Core or Ring.Involved;

    private static Engagement.Types.SectorCount Count(Sector sector, IReadOnlyList<Partner> partners)
    {
        var of = partners.Where(partner => partner.Sector == sector).ToList();
        return new Engagement.Types.SectorCount
        {
            Sector = sector,
            Rings =
            {
                Rings.Select(ring => new Engagement.Types.RingCount
                {
                    Ring = ring,
                    Current = of.Count(partner => partner.Ring == ring),
                    Desired = of.Count(partner => partner.DesiredRing == ring),
                }).Where(count => count.Current + count.Desired > 0),
            },
        };
    }
}
