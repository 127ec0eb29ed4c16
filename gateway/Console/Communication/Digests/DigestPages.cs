using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Figures;
using CollectiveImpact.Console.Initiatives;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Layout;
using CollectiveImpact.Console.Partners;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Communication.Digests;

/// <summary>What the page of a digest shows.</summary>
public sealed record DigestModel(SideHead Head, Digest Digest, int Days, PartnerNames Partners);

/// <summary>What the page of those that have fallen silent shows.</summary>
public sealed record SilentModel(SideHead Head, IReadOnlyList<Silent> Silent, string Since);

/// <summary>What happened lately, and who has fallen silent.</summary>
internal sealed class DigestPages(NestCalls calls, CallInvoker invoker, TimeProvider clock)
{
    private const int SilentOnPage = 200;

    private readonly V1.Communication.CommunicationClient _communication = new(invoker);

    public static async Task<IResult> Digest(HttpContext context, string id, DigestPages pages)
    {
        var edition = new Edition(context.Request);
        return InitiativeId.IsOne(id)
            ? Pages.Show<DigestPage, DigestModel>(edition, await pages.ReadDigest(id, context.Request.Query["days"] == "30" ? 30 : 7, context.RequestAborted))
            : Pages.NotFound(edition);
    }

    public static async Task<IResult> Silent(HttpContext context, string id, DigestPages pages)
    {
        var edition = new Edition(context.Request);
        return InitiativeId.IsOne(id)
            ? Pages.Show<SilentPage, SilentModel>(edition, await pages.ReadSilent(id, context.RequestAborted))
            : Pages.NotFound(edition);
    }

    private async Task<Answer<DigestModel>> ReadDigest(string id, int days, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var told = await calls.Ask(
            _communication.GetDigestAsync,
            new GetDigestRequest { Initiative = id, From = today.AddDays(1 - days).Written(), Until = today.Written() },
            cancellationToken);
        if (!told.Has(out var digest))
            return told.As<DigestModel>(_ => null!);
        var partners = await calls.ReadPartnerNames(id, cancellationToken);
        var headed = await calls.ReadHead(
            id,
            [
                .. digest.Announcements.Select(each => each.Initiative), .. digest.Stories.Select(each => each.Initiative),
                .. digest.Threads.Select(each => each.Latest?.Initiative ?? each.Initiative), .. digest.Decisions.Select(each => each.Initiative),
            ],
            cancellationToken);
        return headed.As(head => new DigestModel(head, digest, days, partners));
    }

    private async Task<Answer<SilentModel>> ReadSilent(string id, CancellationToken cancellationToken)
    {
        var told = await calls.Ask(_communication.ListSilentAsync, new ListSilentRequest { Initiative = id, PageSize = SilentOnPage }, cancellationToken);
        return !told.Has(out var list) ? told.As<SilentModel>(_ => null!)
            : (await calls.ReadHead(id, [], cancellationToken)).As(head => new SilentModel(head, list.Silent, list.Since));
    }
}
