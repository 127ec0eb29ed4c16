using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Initiatives;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Problems;
using CollectiveImpact.Console.Reconciling;
using CollectiveImpact.Console.Tree;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Layout;

/// <summary>What each address answers.</summary>
internal static class Pages
{
    public static async Task<IResult> Nest(HttpContext context, NestReader reader)
    {
        var edition = new Edition(context.Request);
        return Show<NestPage, NestModel>(edition, await reader.Read(edition, context.RequestAborted));
    }

    public static async Task<IResult> Initiative(HttpContext context, string id, InitiativeReader reader)
    {
        var edition = new Edition(context.Request);
        if (!InitiativeId.IsOne(id))
            return NotFound(edition);
        var query = InitiativeQuery.Of(context.Request.Query);
        return Show<InitiativePage, InitiativeModel>(
            edition, await reader.Read(id, query, edition, context.RequestAborted));
    }

    public static async Task<IResult> Figure(HttpContext context, string id, FigureReader reader)
    {
        var edition = new Edition(context.Request);
        var query = FigureQuery.Of(context.Request.Query);
        if (!InitiativeId.IsOne(id) || !query.IsComplete)
            return NotFound(edition);
        return Show<FigurePage, FigureModel>(edition, await reader.Read(id, query, context.RequestAborted));
    }

    /// <summary>Leads from an address without a language to the same with one.</summary>
    public static IResult InLanguage(HttpContext context)
    {
        var edition = new Edition(context.Request);
        context.Response.Headers.Vary = "Accept-Language";
        return Results.Redirect(edition.Links.In(edition.Language));
    }

    public static IResult Unknown(HttpContext context) => NotFound(new Edition(context.Request));

    internal static IResult Show<TPage, TModel>(Edition edition, Answer<TModel> answer)
        where TPage : IComponent
        where TModel : class =>
        answer.Has(out var model) ? new Page<TPage>(edition, StatusCodes.Status200OK, ("Model", model))
            : answer.Outcome == Outcome.NotFound ? NotFound(edition)
            : answer.Outcome == Outcome.Closed ? Closed(edition)
            : new Page<UnreachablePage>(edition, StatusCodes.Status503ServiceUnavailable, ("Absence", answer.Absence));

    /// <summary>A page that is not for whoever reads: one who signs in may be another.</summary>
    internal static IResult Closed(Edition edition) => edition.Visitor is { IsSignedIn: true }
        ? new Page<ClosedPage>(edition, StatusCodes.Status403Forbidden)
        : new SeeOther(edition.Links.SignInHere);

    internal static Page<NotFoundPage> NotFound(Edition edition) => new(edition, StatusCodes.Status404NotFound);
}
