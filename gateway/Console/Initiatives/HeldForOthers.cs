using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Initiatives;

/// <summary>What an initiative holds, or is asked to hold, for others.</summary>
/// <param name="Shown">By initiative and function; at most a page of them.</param>
/// <param name="HasMore">Whether there are more than are shown.</param>
public sealed record HeldForOthers(IReadOnlyList<ListHoldingsResponse.Types.Holding> Shown, bool HasMore)
{
    /// <summary>By function, whose they are.</summary>
    public IEnumerable<(Function Function, IReadOnlyList<string> Initiatives)> ByFunction => Shown
        .Where(holding => !holding.Asked)
        .GroupBy(holding => holding.Function.Function, holding => holding.Initiative)
        .OrderBy(group => group.Key)
        .Select(group => (group.Key, (IReadOnlyList<string>)[.. group]));

    /// <summary>Those that wait for its word.</summary>
    public IEnumerable<ListHoldingsResponse.Types.Holding> Asked => Shown.Where(holding => holding.Asked);
}
