using CollectiveImpact.Backbone.Calls;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.V1;
using Holding = CollectiveImpact.V1.ListHoldingsResponse.Types.Holding;

namespace CollectiveImpact.Backbone.Charter;

/// <summary>What an initiative holds, or is asked to hold, for others.</summary>
internal static class Holdings
{
    /// <summary>In the order of initiatives and functions, after a place, each with its own: `initiative/function`.</summary>
    public static IEnumerable<(string Place, Holding Item)> Of(NodeStanding standing, string holder, bool asked, string after, DateOnly today) =>
        from held in Held(standing, holder, asked, after, today).OrderBy(each => each.Initiative, StringComparer.Ordinal).ThenBy(each => each.Function)
        select (Place(held.Initiative, held.Function),
            new Holding { Initiative = held.Initiative, Function = FunctionMaps.State(standing, held.Initiative, held.Function, today), Asked = held.IsAsked });

    // What is held is little beside all that is known, and is put in order alone.
    private static IEnumerable<(string Initiative, Function Function, bool IsAsked)> Held(NodeStanding standing, string holder, bool asked, string after, DateOnly today) =>
        from key in standing.Charters.Keys
        where key.Initiative != holder && IsAfter(key, after)
        let tenures = standing.Charters.Tenures(key.Initiative, key.Function, today)
        let isAsked = tenures.Waiting.Any(waiting => Tenures.IsAsked(key.Initiative, waiting, holder) && !tenures.HasAccepted(waiting, holder))
        where isAsked || (!asked && tenures.Current?.Holders.Contains(holder) == true)
        select (key.Initiative, key.Function, isAsked);

    /// <summary>The place of an initiative's function in a list of them.</summary>
    public static string Place(string initiative, Function function) => $"{initiative}/{Functions.Name(function)}";

    /// <summary>Such lists go by initiative, and then in the order of the functions and not of their names.</summary>
    public static bool IsAfter((string Initiative, Function Function) key, string place)
    {
        if (place.Length == 0) return true;
        var (initiative, function) = RecordId.Parts(place);
        var order = string.CompareOrdinal(key.Initiative, initiative);
        return order > 0 || (order == 0 && key.Function > Functions.Parse(function));
    }
}
