using CollectiveImpact.Console.Activities;
using CollectiveImpact.Console.Agenda;
using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Communication;
using CollectiveImpact.Console.Initiatives;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Layout;
using CollectiveImpact.Console.Partners;
using CollectiveImpact.Console.Proposals;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Together;

/// <summary>What the addresses below an initiative's own answer.</summary>
internal static class SidePages
{
    public static Task<IResult> Agenda(HttpContext context, string id, AgendaReader reader) =>
        Show<AgendaPage, AgendaModel>(context, id, (whose, cancellationToken) =>
            reader.Read(whose, int.TryParse(context.Request.Query["version"], out var version) ? version : 0, cancellationToken));

    public static Task<IResult> Activities(HttpContext context, string id, ActivitiesReader reader) =>
        Show<ActivitiesPage, ActivitiesModel>(context, id, (of, cancellationToken) => reader.Read(of, new Edition(context.Request), cancellationToken));

    public static Task<IResult> Communication(HttpContext context, string id, CommunicationReader reader) =>
        Show<CommunicationPage, CommunicationModel>(context, id, reader.Read);

    public static Task<IResult> Partners(HttpContext context, string id, PartnersReader reader) =>
        Show<PartnersPage, PartnersModel>(context, id, reader.Read);

    public static Task<IResult> Proposals(HttpContext context, string id, ProposalsReader reader) =>
        Show<ProposalsPage, ProposalsModel>(context, id, reader.Read);

    private static async Task<IResult> Show<TPage, TModel>(
        HttpContext context, string id, Func<string, CancellationToken, Task<Answer<TModel>>> read)
        where TPage : IComponent
        where TModel : class
    {
        var edition = new Edition(context.Request);
        return InitiativeId.IsOne(id)
            ? Pages.Show<TPage, TModel>(edition, await read(id, context.RequestAborted))
            : Pages.NotFound(edition);
    }
}
