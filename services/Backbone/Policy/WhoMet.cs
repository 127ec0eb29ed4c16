using CollectiveImpact.Backbone.Measurement;
using CollectiveImpact.Backbone.Nest;
using CollectiveImpact.V1;
using static CollectiveImpact.V1.PolicyBarrier.Types;

namespace CollectiveImpact.Backbone.Policy;

/// <summary>A barrier as an ask counts it.</summary>
/// <param name="Initiative">Who meets it.</param>
/// <param name="Naming">How that one agrees to be named.</param>
internal readonly record struct Met(string Initiative, Naming Naming);

/// <summary>Works out who met what an ask is about, as each agreed to be named.</summary>
internal static class WhoMet
{
    /// <summary>A place tells nothing of one of so few that could be meant.</summary>
    private const int FewestMeant = 2;

    /// <param name="nest">Who is in the nest.</param>
    /// <param name="asking">The initiative that asks.</param>
    /// <param name="met">The barriers of the ask.</param>
    /// <param name="today">The day.</param>
    public static MetBy Of(NestState nest, string asking, IEnumerable<Met> met, DateOnly today)
    {
        // As reserved as the most reserved: the later of them says less.
        var all = met.GroupBy(each => each.Initiative)
            .Select(each => (Initiative: each.Key, Naming: each.Max(one => one.Naming)))
            .OrderBy(each => each.Initiative, StringComparer.Ordinal).ToList();
        var named = all.Where(each => each.Naming == Naming.ByName).Select(each => each.Initiative).ToList();
        Period day = new("", Indicator.Types.PeriodKind.Range, today, today);
        var places = all.Where(each => each.Naming == Naming.ByPlace)
            .Select(each => PlaceOf(nest, asking, each.Initiative, named, day)).OfType<(string Place, Level Level)>()
            .GroupBy(place => place).OrderBy(place => place.Key.Place, StringComparer.Ordinal).ThenBy(place => place.Key.Level)
            .Select(place => new MetBy.Types.Place { Place_ = place.Key.Place, Level = place.Key.Level, Initiatives = place.Count() }).ToList();
        return new MetBy
        {
            Initiatives = all.Count,
            Named = { named },
            Places = { places },
            Counted = all.Count - named.Count - places.Sum(place => place.Initiatives),
        };
    }

    private static (string Place, Level Level)? PlaceOf(NestState nest, string asking, string initiative, List<string> named, Period day)
    {
        if (nest.Find(initiative) is not { Level: var level }) return null;
        var place = nest.Parents(initiative, day).OrderBy(parent => parent != asking).ThenBy(parent => parent, StringComparer.Ordinal).FirstOrDefault();
        if (place is null) return null;
        var meant = nest.Children(place).Count(child =>
            nest.Find(child)?.Level == level && nest.Alignments(child)[place].InForce(day) && !named.Contains(child));
        return meant >= FewestMeant ? (place, level) : null;
    }
}
