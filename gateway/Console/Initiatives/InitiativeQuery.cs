using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Initiatives;

/// <summary>Which part of an initiative's long lists is asked for.</summary>
/// <param name="Indicator">Only this indicator, with all of its cells. Empty: the overview.</param>
/// <param name="After">Token of a page of indicators.</param>
/// <param name="Children">Page of the children, from 1.</param>
/// <param name="From">Of one indicator: the period from which its change is told. Empty: the baseline, or the first.</param>
/// <param name="To">The period to which it is. Empty: the latest.</param>
internal sealed record InitiativeQuery(string Indicator, string After, int Children, string From = "", string To = "")
{
    public static InitiativeQuery Of(IQueryCollection query) => new(
        query["indicator"].ToString(),
        query["after"].ToString(),
        int.TryParse(query["children"], out var page) ? page : 1,
        query["from"].ToString(),
        query["to"].ToString());
}
