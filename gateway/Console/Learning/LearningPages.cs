using CollectiveImpact.Console.Initiatives;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Layout;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Learning;

/// <summary>What the address of an initiative's learning answers.</summary>
internal static class LearningPages
{
    public static async Task<IResult> Show(HttpContext context, string id, LearningReader reader)
    {
        var edition = new Edition(context.Request);
        return InitiativeId.IsOne(id)
            ? Pages.Show<LearningPage, LearningModel>(
                edition, await reader.Read(id, context.Request.Query["works"] == "yes", edition, context.RequestAborted))
            : Pages.NotFound(edition);
    }
}
