using CollectiveImpact.Backbone.Calls;
using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Nest.Flight;

/// <summary>Writes of how initiatives grow. Each method runs within an operation on the log, and throws what is wrong.</summary>
internal sealed class Growing(FlightRecords records, TimeProvider time)
{
    public NestPhase Move(LogTransaction transaction, NodeStanding standing, MovePhaseRequest request)
    {
        (Check.Id("parent", request.Parent) ?? Check.Known("phase", request.Phase) ?? Check.Day("since", request.Since, out _) ?? Check.Text("reason", request.Reason))?.Throw();
        Check.Day("since", request.Since, out var said);
        var since = said ?? time.Today();
        if (!standing.Nest.Alignments(request.Initiative).ContainsKey(request.Parent))
            CallFault.NotFound("parent", $"{request.Initiative} is not aligned with {request.Parent}; align it first (Nest.Align)").Throw();
        var present = PhaseList.Present(records, transaction.Find, request.Initiative, request.Parent);
        if (request.Number != present.Number)
            new CallFault(StatusCode.Aborted, "number", $"is {request.Number}, and {present.Number} phases were said by now, the last {present.Phase}; read it again").Throw();
        (PhaseFault(transaction, standing, request, present) ?? SinceFault(since, present))?.Throw();
        var number = present.Number + 1;
        if (number > NestPhaseKind.Most) CallFault.Precondition("phase", $"was moved {NestPhaseKind.Most} times, and no more are kept").Throw();
        records.Phases.Save(
            transaction, request.Initiative, NestPhaseKind.IdOf(request.Parent, number), 0,
            new NestPhase { Phase = request.Phase, Since = since.Written(), Reason = request.Reason }, "");
        return PhaseList.Present(records, transaction.Find, request.Initiative, request.Parent);
    }

    public PlannedHandOver Plan(LogTransaction transaction, NodeStanding standing, string initiative, PlannedHandOver plan)
    {
        (Check.Known("plan.function", plan.Function) ?? Check.Id("plan.judge", plan.Judge))?.Throw();
        if (plan.Judge != initiative && !standing.Nest.Ancestors(initiative).Contains(plan.Judge))
            CallFault.Invalid("plan.judge", $"{Check.Shown(plan.Judge)} is neither {initiative} nor above it; name one of these").Throw();
        if (HandOverPlans.Holder(standing, initiative, plan.Function, time.Today()) == initiative)
            CallFault.Precondition("plan.function", $"{initiative} holds {Functions.Words(plan.Function)} itself; there is nothing to take over", initiative).Throw();
        var payload = new PlannedHandOver { Day = plan.Day, ReadyWhen = plan.ReadyWhen, Judge = plan.Judge };
        return Show(transaction, standing, records.Plans.Save(transaction, initiative, Functions.Name(plan.Function), 0, payload, plan.Revision));
    }

    public PlannedHandOver Judge(LogTransaction transaction, NodeStanding standing, JudgeReadinessRequest request)
    {
        (Check.Id("initiative", request.Initiative) ?? Check.Known("function", request.Function) ?? Check.Required("reason", request.Reason))?.Throw();
        var plan = records.Plans.Get(transaction.Find, request.Initiative, Functions.Name(request.Function), "function");
        if (plan.Record.Judge != request.Judge)
            CallFault.Precondition("judge", $"{plan.Record.Judge} was named to judge it, and {request.Judge} was not").Throw();
        if (plan.Revision != request.Revision)
            new CallFault(StatusCode.Aborted, "revision", $"is {Check.Shown(request.Revision)}, and the plan stands at {plan.Revision} by now; read it again before you judge").Throw();
        var id = ReadinessKind.IdOf(request.Initiative, request.Function);
        var record = new ReadinessRecord
        {
            Revision = plan.Revision,
            Judgement = new PlannedHandOver.Types.Judgement { Ready = request.Ready, Reason = request.Reason, Day = time.Today().Written() },
        };
        records.Readiness.Save(transaction, request.Judge, id, 0, record, records.Readiness.Find(transaction.Find, request.Judge, id)?.Revision ?? "");
        return Show(transaction, standing, plan);
    }

    public PracticeCell Save(LogTransaction transaction, string initiative, PracticeCell cell)
    {
        (Check.Known("cell.component", cell.Component) ?? Check.Known("cell.phase", cell.Phase))?.Throw();
        var id = PracticeCellKind.IdOf(cell.Phase, cell.Component);
        var sharing = cell.Sharing == Sharing.Unspecified ? records.Cells.Find(transaction.Find, initiative, id)?.Sharing ?? Sharing.Kept : cell.Sharing;
        Check.Known("cell.sharing", sharing)?.Throw();
        var payload = cell.Clone();
        (payload.Initiative, payload.Revision, payload.Sharing) = ("", "", Sharing.Unspecified);
        return PracticeGrids.Show(records.Cells.Save(transaction, initiative, id, 0, payload, cell.Revision, sharing));
    }

    private PlannedHandOver Show(LogTransaction transaction, NodeStanding standing, Found<PlannedHandOver> found) =>
        new HandOverPlans(records, transaction.Find, standing, time.Today()).Show(found);

    private CallFault? PhaseFault(LogTransaction transaction, NodeStanding standing, MovePhaseRequest request, NestPhase present)
    {
        if (request.Phase == present.Phase && present.Number > 0)
            return CallFault.Precondition("phase", $"{request.Initiative} and {request.Parent} are in {present.Phase} already, since {present.Since}");
        if (request.Phase < present.Phase && request.Reason is null or { En: "", Fr: "" })
            return CallFault.Invalid("reason", $"is missing; it goes back from {present.Phase}, and that is said with a reason");
        return request.Phase switch
        {
            NestPhase.Types.Phase.TakingOver when !Planned(transaction, request).Any() => CallFault.Precondition(
                "phase", $"no hand-over to {request.Initiative} is planned; plan one first (Flight.PlanHandOver)"),
            NestPhase.Types.Phase.EqualLearners => Planned(transaction, request)
                .Where(function => HandOverPlans.Holder(standing, request.Initiative, function, time.Today()) == request.Parent)
                .Select(function => CallFault.Precondition(
                    "phase", $"{request.Parent} still holds {Functions.Words(function)} for {request.Initiative}, which was to take it over; hand it over first (Charter.HandOver)", request.Parent))
                .FirstOrDefault(),
            _ => null,
        };
    }

    private IEnumerable<Function> Planned(LogTransaction transaction, MovePhaseRequest request) =>
        Functions.All.Where(function => records.Plans.Find(transaction.Find, request.Initiative, Functions.Name(function)) is not null);

    private CallFault? SinceFault(DateOnly since, NestPhase present) => since > time.Today()
        ? CallFault.Invalid("since", $"{since.Written()} is still to come; give the day on which it began")
        : present.Number > 0 && string.CompareOrdinal(since.Written(), present.Since) < 0
            ? CallFault.Invalid("since", $"{since.Written()} is before {present.Since}, when the present phase began; give that day or a later one")
            : null;
}
