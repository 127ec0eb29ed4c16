using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Layout;
using CollectiveImpact.V1;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.People;

/// <summary>What an initiative lets everybody read: shown to its staff, and changed by them.</summary>
internal sealed class PublishingPages(NestCalls calls, CallInvoker invoker)
{
    private readonly NestCalls _calls = calls;
    private readonly Publishing.PublishingClient _publishing = new(invoker);

    public static Task<IResult> Show(HttpContext context, string id, PublishingPages pages) => PeoplePages.ForStaff(context, id, async () =>
        await pages.Show(context, id, isSaved: false, chosen: null, []));

    public static Task<IResult> Change(HttpContext context, string id, PublishingPages pages) => PeoplePages.ForStaff(context, id, async () =>
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var chosen = form["part"].Select(part => Enum.TryParse<PublishedPart>(part, out var said) ? said : PublishedPart.Unspecified)
            .Where(part => part != PublishedPart.Unspecified).Distinct().ToArray();
        var (_, fault) = await pages._calls.Say(
            pages._publishing.PublishAsync, new PublishRequest { Initiative = id, Parts = { chosen } }, context.RequestAborted);
        var edition = new Edition(context.Request);
        return await pages.Show(context, id, fault is null, chosen, fault is null ? [] : [edition.Words.NotSaved(fault)]);
    });

    private async Task<IResult> Show(HttpContext context, string id, bool isSaved, PublishedPart[]? chosen, IReadOnlyList<string> faults)
    {
        var edition = new Edition(context.Request);
        var answer = await _calls.GetInitiative(id, context.RequestAborted);
        if (!answer.Has(out var initiative))
            return Pages.Show<PublishedPage, PublishedModel>(edition, answer.As<PublishedModel>(_ => null!));
        var stands = await _calls.Ask(_publishing.GetPublicationAsync, new GetPublicationRequest { Initiative = id }, context.RequestAborted);
        return Pages.Show<PublishedPage, PublishedModel>(
            edition, stands.As(found => new PublishedModel(initiative, chosen ?? [.. found.Parts], isSaved, faults)));
    }
}
