using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Layout;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.People;

/// <summary>The forms that lead to the identity provider, each on a page of its own to come back to.</summary>
internal static class ProviderPages
{
    public static IResult SignIn(HttpContext context)
    {
        var (edition, then) = (new Edition(context.Request), EntryPages.ThenOf(context));
        return new LeadToProvider(new(ProviderGoal.SignIn, edition.Links.SignIn(then), EntryPages.AfterSignIn(edition, then), ""));
    }

    public static async Task<IResult> Join(HttpContext context, IPeople people)
    {
        var (links, code) = (new Edition(context.Request).Links, context.Request.Query["code"].ToString());
        // A code that is no longer good is said here, before anybody signs in somewhere for nothing.
        return await people.FindInvitationAsync(code, context.RequestAborted) is { } to
            ? new LeadToProvider(new(ProviderGoal.Join, links.Join(code), to.Initiative.Length > 0 ? links.Initiative(to.Initiative) : links.Nest, code))
            : new SeeOther(links.Join(code));
    }

    public static Task<IResult> Change(HttpContext context, IProvider provider) => PeoplePages.ForSignedIn(context, async edition =>
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (!form.ContainsKey("disconnect"))
            return new LeadToProvider(new(ProviderGoal.Connect, edition.Links.You, edition.Links.You, ""));
        await provider.DisconnectAsync(context, context.RequestAborted);
        return new SeeOther(edition.Links.You);
    });

    /// <summary>What somebody who has come back from the provider is told.</summary>
    public static IReadOnlyList<string> Faults(HttpContext context, Edition edition) =>
        edition.Provider is { } provider && Enum.TryParse<ProviderFault>(context.Request.Query[IProvider.FaultKey], out var fault) && Enum.IsDefined(fault)
            ? [edition.Words.Say(fault, edition.Name(provider))]
            : [];

    private sealed class LeadToProvider(ProviderErrand errand) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.CacheControl = "no-store";
            return new Edition(httpContext.Request).Provider!.LeadAsync(httpContext, errand);
        }
    }
}
