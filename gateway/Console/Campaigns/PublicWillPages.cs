using CollectiveImpact.Console.Initiatives;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Layout;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Campaigns;

/// <summary>What the address of an initiative's public will answers.</summary>
internal static class PublicWillPages
{
    public static async Task<IResult> Show(HttpContext context, string id, PublicWillReader reader)
    {
        var edition = new Edition(context.Request);
        return InitiativeId.IsOne(id)
            ? Pages.Show<PublicWillPage, PublicWillModel>(edition, await reader.Read(id, edition, context.RequestAborted))
            : Pages.NotFound(edition);
    }
}
