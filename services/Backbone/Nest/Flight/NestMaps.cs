using CollectiveImpact.Backbone.Calls;
using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Nest.Flight;

/// <summary>Who carries what for whom in a nest.</summary>
internal sealed class NestMaps(NodeStanding standing, string initiative, DateOnly today, int lapseDays)
{
    private readonly string _lapse = today.AddDays(lapseDays).Written();

    private readonly List<NestMap.Types.Entry> _entries =
    [
        .. standing.Nest.Below(initiative, today).Append(initiative).Order(StringComparer.Ordinal)
            .SelectMany(each => Functions.All.Select(function => Entry(standing, each, function, today))),
    ];

    public IEnumerable<NestMap.Types.Count> Counts() => Functions.All.Select(function =>
    {
        var count = new NestMap.Types.Count { Function = function };
        foreach (var entry in _entries.Where(entry => entry.Function == function))
        {
            if (Is(entry, GetNestMapRequest.Types.Only.Gaps)) count.Gaps++;
            else if (Is(entry, GetNestMapRequest.Types.Only.Carried)) count.Carried++;
            else count.Own++;
            if (Is(entry, GetNestMapRequest.Types.Only.Overlaps)) count.Overlaps++;
            if (Is(entry, GetNestMapRequest.Types.Only.Lapsing)) count.Lapsing++;
        }

        return count;
    });

    /// <summary>The entries that are asked for, each with its place, `initiative/function`.</summary>
    public IEnumerable<(string Place, NestMap.Types.Entry Item)> Entries(GetNestMapRequest request) => _entries
        .Where(entry => (request.Function == Function.Unspecified || entry.Function == request.Function) && Is(entry, request.Only))
        .Select(entry => (Place: Holdings.Place(entry.Initiative, entry.Function), entry))
        .Where(each => Holdings.IsAfter((each.entry.Initiative, each.entry.Function), request.PageToken));

    private bool Is(NestMap.Types.Entry entry, GetNestMapRequest.Types.Only only) => only switch
    {
        GetNestMapRequest.Types.Only.Carried => entry.Holders.Count > 0 && !entry.Holders.Contains(entry.Initiative),
        GetNestMapRequest.Types.Only.Overlaps => entry.State == FunctionState.Types.State.Overlap,
        GetNestMapRequest.Types.Only.Gaps => entry.State is FunctionState.Types.State.Gap or FunctionState.Types.State.Proposed,
        GetNestMapRequest.Types.Only.Lapsing => entry.Until.Length > 0 && string.CompareOrdinal(entry.Until, _lapse) <= 0,
        _ => true,
    };

    private static NestMap.Types.Entry Entry(NodeStanding standing, string initiative, Function function, DateOnly today)
    {
        var state = FunctionMaps.State(standing, initiative, function, today);
        return new NestMap.Types.Entry
        {
            Initiative = initiative,
            Function = function,
            State = state.State,
            Holders = { state.Holders },
            Writer = state.Writer,
            Until = state.Until,
        };
    }
}
