using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Layout;
using CollectiveImpact.Console.People;
using CollectiveImpact.V1;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Operating;

/// <summary>Reads how the exchange of an initiative's node goes, for its staff.</summary>
internal sealed class OperateReader(NestCalls calls, CallInvoker invoker)
{
    private const int RefusalsOnPage = 50;

    private readonly Nest.NestClient _nest = new(invoker);
    private readonly ExchangeHealth.ExchangeHealthClient _health = new(invoker);

    public static Task<IResult> Show(HttpContext context, string id, OperateReader reader) => PeoplePages.ForStaff(context, id, async () =>
        Pages.Show<OperatePage, OperateModel>(new Edition(context.Request), await reader.Read(id, context.Request.Query["after"].ToString(), context.RequestAborted)));

    private async Task<Answer<OperateModel>> Read(string id, string after, CancellationToken cancellationToken)
    {
        var answer = await calls.GetInitiative(id, cancellationToken);
        if (!answer.Has(out var initiative))
            return answer.As<OperateModel>(_ => null!);
        var asking = calls.Ask(_nest.GetNodeAsync, new GetNodeRequest { Initiative = id }, cancellationToken);
        var listing = calls.Ask(_nest.ListLinksAsync, new ListLinksRequest { Initiative = id }, cancellationToken);
        var refusing = calls.Ask(
            _health.ListRefusedDocumentsAsync, new ListRefusedDocumentsRequest { Initiative = id, PageSize = RefusalsOnPage, PageToken = after }, cancellationToken);
        var (node, links, refusals) = (await asking, await listing, await refusing);
        if (!links.Has(out var listed))
            return links.As<OperateModel>(_ => null!);
        var names = await calls.NamesFor(refusals.Value?.Refusals.Select(each => each.Refusal.Initiative) ?? [], [initiative], cancellationToken);
        return new(
            Outcome.Given, new(initiative, names, node.Value, listed.Links, refusals.Value?.Refusals ?? [], refusals.Value?.NextPageToken ?? ""), Absence.Unknown);
    }
}
