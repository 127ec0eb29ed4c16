using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.Initiatives;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Layout;
using CollectiveImpact.Console.People;
using CollectiveImpact.V1;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Growing;

/// <summary>From nest to flight: phases with those above and below, and functions that are to be taken over.</summary>
internal sealed class GrowingPages(NestCalls calls, CallInvoker invoker)
{
    private const int Most = 200;

    private readonly Flight.FlightClient _flight = new(invoker);

    public static async Task<IResult> Show(HttpContext context, string id, GrowingPages pages) =>
        await pages.Page(new Edition(context.Request), id, sent: null, context.RequestAborted);

    public static Task<IResult> Change(HttpContext context, string id, GrowingPages pages) => PeoplePages.ForStaff(context, id, async () =>
    {
        var edition = new Edition(context.Request);
        var sent = new TypedForm(await context.Request.ReadFormAsync(context.RequestAborted));
        await pages.Send(edition, sent, id, context.RequestAborted);
        return sent.Faults.Count == 0 ? new SeeOther(Links.Saved(edition.Links.Growing(id))) : await pages.Page(edition, id, sent, context.RequestAborted);
    });

    private Task Send(Edition edition, TypedForm sent, string id, CancellationToken cancellationToken) => (sent["form"], sent["do"]) switch
    {
        ({ } key, _) when key.StartsWith("phase/", StringComparison.Ordinal) =>
            calls.Save(edition, sent, _flight.MovePhaseAsync, GrowingForms.Phase(sent, key, id), cancellationToken),
        ({ } key, _) when key.StartsWith("judge/", StringComparison.Ordinal) =>
            calls.Save(edition, sent, _flight.JudgeReadinessAsync, GrowingForms.Judge(sent, key, id), cancellationToken),
        ({ } key, "drop") => calls.Save(edition, sent, _flight.RemovePlannedHandOverAsync, GrowingForms.Drop(sent, key, id), cancellationToken),
        ({ } key, _) => calls.Save(edition, sent, _flight.PlanHandOverAsync, GrowingForms.Plan(sent, key, id), cancellationToken),
    };

    /// <param name="sent">The form that was refused; null where none was.</param>
    private async Task<IResult> Page(Edition edition, string id, TypedForm? sent, CancellationToken cancellationToken)
    {
        if (!InitiativeId.IsOne(id))
            return Pages.NotFound(edition);
        var asked = await calls.GetInitiative(id, cancellationToken);
        if (!asked.Has(out var initiative))
            return Pages.Show<GrowingPage, GrowingModel>(edition, asked.As<GrowingModel>(_ => null!));
        var above = calls.Ask(_flight.ListPhasesAsync, new ListPhasesRequest { Initiative = id, PageSize = Most }, cancellationToken);
        var below = calls.Ask(_flight.ListPhasesAsync, new ListPhasesRequest { Initiative = id, Children = true, PageSize = Most }, cancellationToken);
        var planning = calls.Ask(_flight.ListPlannedHandOversAsync, new ListPlannedHandOversRequest { Initiative = id, PageSize = Most }, cancellationToken);
        var judging = calls.Ask(_flight.ListPlannedHandOversAsync, new ListPlannedHandOversRequest { Initiative = id, Below = true, Judge = id, PageSize = Most }, cancellationToken);
        var listed = await above;
        if (!listed.Has(out var phases))
            return Pages.Show<GrowingPage, GrowingModel>(edition, listed.As<GrowingModel>(_ => null!));
        var (children, plans) = ((await below).Value?.Phases ?? [], (await planning).Value?.Plans ?? []);
        var toJudge = ((await judging).Value?.Plans ?? []).Where(plan => plan.State != PlannedHandOver.Types.State.Done).ToList();
        var names = await calls.NamesFor(
            [
                .. initiative.Alignments.Select(alignment => alignment.Parent), .. children.Select(phase => phase.Initiative),
                .. plans.Concat(toJudge).SelectMany(plan => (string[])[plan.Initiative, plan.Judge, plan.Holder]).Where(each => each.Length > 0),
            ],
            [initiative],
            cancellationToken);
        var typed = GrowingForms.Standing(phases.Phases, plans, toJudge, id);
        return Pages.Show<GrowingPage, GrowingModel>(edition, new(
            Outcome.Given,
            new(initiative, phases.Phases, children, plans, toJudge, names, edition.Visitor is { IsSignedIn: true } visitor && visitor.IsStaffOf(id), sent is null ? typed : sent.Over(typed, GrowingForms.Read)),
            Absence.Unknown));
    }
}
