using CollectiveImpact.Console.Initiatives;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Layout;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Activities.Planning;

/// <summary>The plan of an initiative's activities.</summary>
internal static class PlanPages
{
    public static async Task<IResult> Plan(HttpContext context, string id, PlanReader reader)
    {
        var edition = new Edition(context.Request);
        return InitiativeId.IsOne(id)
            ? Pages.Show<PlanPage, PlanModel>(edition, await reader.Read(id, context.RequestAborted))
            : Pages.NotFound(edition);
    }
}
