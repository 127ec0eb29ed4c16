using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Layout;
using CollectiveImpact.V1;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Agenda.Drafting;

/// <summary>An agenda is drafted, and the draft put forward, by the staff of whoever guides vision and strategy.</summary>
internal sealed class AgendaDraftPages(NestCalls calls, CallInvoker invoker)
{
    private const int BlankClauses = 3, MostPartners = 500;

    private readonly CommonAgenda.CommonAgendaClient _agenda = new(invoker);
    private readonly V1.Partners.PartnersClient _partners = new(invoker);

    private NestCalls Calls => calls;

    public static Task<IResult> Show(HttpContext context, string id, AgendaDraftPages pages) => pages.ForWriter(context, id, async (edition, initiative) =>
    {
        var draft = await pages.Find(id, context.RequestAborted);
        // The first draft of a later version begins with the words in force.
        var begun = draft ?? await pages.Latest(id, context.RequestAborted);
        return Page(edition, new DraftModel(initiative, TypedDraft.Of(begun).WithBlank(BlankClauses), draft, context.Request.Query.ContainsKey("saved"), []));
    });

    public static Task<IResult> Save(HttpContext context, string id, AgendaDraftPages pages) => pages.ForWriter(context, id, async (edition, initiative) =>
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var typed = TypedDraft.Read(form);
        var stands = await pages.Find(id, context.RequestAborted);
        if (form["do"].ToString() == "more")
            return Page(edition, new DraftModel(initiative, typed.WithBlank(BlankClauses), stands, false, []));
        var (_, fault) = await pages.Calls.Say(
            pages._agenda.SaveDraftAsync, new SaveAgendaDraftRequest { Initiative = id, Draft = typed.Draft(), Revision = typed.Revision }, context.RequestAborted);
        if (fault is not null)
            return Page(edition, new DraftModel(initiative, typed, stands, false, [edition.Words.NotSaved(fault)]));
        return new SeeOther(form["do"].ToString() == "forward" ? edition.Links.PutForward(id) : edition.Links.Draft(id, isSaved: true));
    });

    public static Task<IResult> ShowPutForward(HttpContext context, string id, AgendaDraftPages pages) => pages.ForWriter(
        context, id, (edition, initiative) => pages.Show(edition, initiative, chosen: null, [], context.RequestAborted));

    public static Task<IResult> PutForward(HttpContext context, string id, AgendaDraftPages pages) => pages.ForWriter(context, id, async (edition, initiative) =>
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var chosen = form["ratifier"].OfType<string>().ToHashSet();
        var partners = await pages.Partners(id, context.RequestAborted);
        var request = new PutForwardRequest
        {
            Initiative = id,
            Revision = form["revision"].ToString(),
            Ratifiers = { partners.Where(partner => chosen.Contains(partner.Partner_)).Select(partner => new Ratifier { Partner = partner.Partner_, Name = partner.Name }) },
        };
        var (version, fault) = await pages.Calls.Say(pages._agenda.PutForwardAsync, request, context.RequestAborted);
        return version is not null
            ? new SeeOther(edition.Links.Version(id, version.Version))
            : await pages.Show(edition, initiative, chosen, [edition.Words.NotSaved(fault!)], context.RequestAborted);
    });

    private async Task<IResult> Show(
        Edition edition, Initiative initiative, IReadOnlySet<string>? chosen, IReadOnlyList<string> faults, CancellationToken cancellationToken)
    {
        var id = initiative.Initiative_;
        if (await Find(id, cancellationToken) is not { } draft)
            return new SeeOther(edition.Links.Draft(id));
        var latest = await calls.Ask(_agenda.GetStandingAsync, new GetStandingRequest { Initiative = id }, cancellationToken);
        var changes = latest.Has(out var standing)
            ? (await calls.Ask(_agenda.CompareVersionsAsync, new CompareVersionsRequest { Initiative = id, From = standing.Version }, cancellationToken)).Value
            : null;
        var partners = await Partners(id, cancellationToken);
        // Whoever was asked the last time is asked again, unless something else is said.
        chosen ??= await Asked(id, cancellationToken) ?? partners.Select(partner => partner.Partner_).ToHashSet();
        return new Page<PutForwardPage>(edition, StatusCodes.Status200OK, ("Model", new PutForwardModel(initiative, draft, changes, partners, chosen, faults)));
    }

    private async Task<IReadOnlySet<string>?> Asked(string id, CancellationToken cancellationToken) =>
        (await calls.Ask(_agenda.GetAgendaAsync, new GetAgendaRequest { Initiative = id }, cancellationToken)).Value?.Ratifiers
            .Select(ratifier => ratifier.Partner).ToHashSet();

    private async Task<IReadOnlyList<Partner>> Partners(string id, CancellationToken cancellationToken) =>
        [.. (await calls.Ask(_partners.ListPartnersAsync, new ListPartnersRequest { Initiative = id, PageSize = MostPartners }, cancellationToken)).Value?.Partners
            .Where(partner => partner is { Kind: Partner.Types.Kind.Organisation }) ?? []];

    private async Task<AgendaDraft?> Find(string id, CancellationToken cancellationToken) =>
        (await calls.Ask(_agenda.GetDraftAsync, new GetAgendaDraftRequest { Initiative = id }, cancellationToken)).Value;

    private async Task<AgendaDraft?> Latest(string id, CancellationToken cancellationToken) =>
        (await calls.Ask(_agenda.GetAgendaAsync, new GetAgendaRequest { Initiative = id }, cancellationToken)).Value is { } version
            ? new AgendaDraft { Title = version.Title, Clauses = { version.Clauses }, Quorum = version.Quorum }
            : null;

    private Task<IResult> ForWriter(HttpContext context, string id, Func<Edition, Initiative, Task<IResult>> answer) =>
        calls.ForWriter(context, id, Function.GuideVisionAndStrategy, answer);

    private static Page<DraftPage> Page(Edition edition, DraftModel model) => new(edition, StatusCodes.Status200OK, ("Model", model));
}
