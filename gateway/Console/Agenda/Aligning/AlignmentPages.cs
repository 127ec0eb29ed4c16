using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Layout;
using CollectiveImpact.V1;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Agenda.Aligning;

/// <summary>Clauses are aligned with those of agendas above, and what drifts is answered, by the staff of whoever guides vision and strategy.</summary>
internal sealed class AlignmentPages(NestCalls calls, CallInvoker invoker)
{
    private const int MostAlignments = 500;

    private readonly CommonAgenda.CommonAgendaClient _agenda = new(invoker);

    public static Task<IResult> Show(HttpContext context, string id, AlignmentPages pages) => pages.ForWriter(context, id, (edition, initiative) =>
        pages.Show(edition, initiative, new("", "", ""), context.Request.Query.ContainsKey("saved"), [], context.RequestAborted));

    public static Task<IResult> Change(HttpContext context, string id, AlignmentPages pages) => pages.ForWriter(context, id, async (edition, initiative) =>
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var typed = new TypedAlignment(form["clause"].ToString(), form["with"].ToString(), form["why"].ToString().Trim());
        var fault = await pages.Say(edition, id, form, typed, context.RequestAborted);
        return fault is null
            ? new SeeOther(edition.Links.Alignments(id, isSaved: true))
            : await pages.Show(edition, initiative, typed, isSaved: false, [edition.Words.NotSaved(fault)], context.RequestAborted);
    });

    private async Task<string?> Say(Edition edition, string id, IFormCollection form, TypedAlignment typed, CancellationToken cancellationToken)
    {
        var (parent, clause) = typed.With.Split('/', 2) is [var first, var second] ? (first, second) : (typed.With, "");
        if (form["answer"].ToString() is not { Length: > 0 } answer)
            return (await calls.Say(
                _agenda.AlignClauseAsync,
                new AlignClauseRequest { Initiative = id, Clause = typed.Clause, Parent = parent, ParentClause = clause, Why = edition.Text(typed.Why) },
                cancellationToken)).Fault;
        return (await calls.Say(
            _agenda.AnswerDriftAsync,
            new AnswerDriftRequest
            {
                Initiative = id,
                Clause = typed.Clause,
                Parent = parent,
                ParentClause = clause,
                Answer = Enum.TryParse<AnswerDriftRequest.Types.Answer>(answer, out var said) ? said : AnswerDriftRequest.Types.Answer.Unspecified,
                RealignTo = answer == nameof(AnswerDriftRequest.Types.Answer.Realign) ? form["realign"].ToString() : "",
                Reason = edition.Text(typed.Why),
                Revision = form["revision"].ToString(),
            },
            cancellationToken)).Fault;
    }

    private async Task<IResult> Show(
        Edition edition, Initiative initiative, TypedAlignment typed, bool isSaved, IReadOnlyList<string> faults, CancellationToken cancellationToken)
    {
        var id = initiative.Initiative_;
        var own = (await calls.Ask(_agenda.GetAgendaAsync, new GetAgendaRequest { Initiative = id }, cancellationToken)).Value;
        var alignments = (await calls.Ask(
            _agenda.ListClauseAlignmentsAsync,
            new ListClauseAlignmentsRequest { Initiative = id, Side = ListClauseAlignmentsRequest.Types.Side.Upwards, PageSize = MostAlignments },
            cancellationToken)).Value?.Alignments ?? [];
        var parents = await calls.Above(initiative, cancellationToken);
        var agendas = await Task.WhenAll(parents.Select(parent => calls.Ask(_agenda.GetAgendaAsync, new GetAgendaRequest { Initiative = parent }, cancellationToken)));
        var above = agendas.Select(each => each.Value).OfType<AgendaVersion>().Where(version => version.State == AgendaVersion.Types.State.InForce).ToList();
        var names = await calls.NamesFor([.. parents, .. alignments.Select(alignment => alignment.Parent)], [initiative], cancellationToken);
        return new Page<AlignmentsPage>(
            edition, StatusCodes.Status200OK, ("Model", new AlignmentsModel(initiative, names, own, above, alignments, typed, isSaved, faults)));
    }

    private Task<IResult> ForWriter(HttpContext context, string id, Func<Edition, Initiative, Task<IResult>> answer) =>
        calls.ForWriter(context, id, Function.GuideVisionAndStrategy, answer);
}
