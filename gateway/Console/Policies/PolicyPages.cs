using CollectiveImpact.Console.Initiatives;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Layout;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Policies;

/// <summary>What the address of an initiative's advancing of policy answers.</summary>
internal static class PolicyPages
{
    public static async Task<IResult> Show(HttpContext context, string id, PolicyReader reader)
    {
        var edition = new Edition(context.Request);
        return InitiativeId.IsOne(id)
            ? Pages.Show<PolicyPage, PolicyModel>(edition, await reader.Read(id, edition, context.RequestAborted))
            : Pages.NotFound(edition);
    }
}
