using CollectiveImpact.Console.Initiatives;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Layout;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Funding;

/// <summary>What the address of an initiative's resources answers.</summary>
internal static class FundingPages
{
    public static async Task<IResult> Show(HttpContext context, string id, FundingReader reader)
    {
        var edition = new Edition(context.Request);
        return InitiativeId.IsOne(id)
            ? Pages.Show<FundingPage, FundingModel>(edition, await reader.Read(id, edition, context.RequestAborted))
            : Pages.NotFound(edition);
    }
}
