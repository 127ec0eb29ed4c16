using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Reconciling;

/// <summary>Which figure is to be explained, and which page of its contributions.</summary>
internal sealed record FigureQuery(string Indicator, string Period, string Cell, string Page)
{
    public bool IsComplete => Indicator.Length > 0 && Period.Length > 0;

    public static FigureQuery Of(IQueryCollection query) => new(
        query["indicator"].ToString(), query["period"].ToString(), query["cell"].ToString(), query["page"].ToString());
}
