using CollectiveImpact.Backbone.Calls;
using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Nest.Flight;

/// <summary>How initiatives grow: phases of alignments, planned hand-overs, phases of practice, and the map of the nest.</summary>
internal sealed class FlightService(FlightRecords records, Growing growing, RecordCalls calls, TimeProvider time) : V1.Flight.FlightBase
{
    private const int UsualLapse = 90, MostLapse = 3650;

    public override Task<NestPhase> MovePhase(MovePhaseRequest request, ServerCallContext context) => calls.WriteAsync(
        records.Phases, request.Initiative, "", (transaction, _) => growing.Move(transaction, calls.Working, request), context);

    public override Task<ListPhasesResponse> ListPhases(ListPhasesRequest request, ServerCallContext context)
    {
        var size = Page<NestPhase>.Size(request.PageSize);
        (Check.KnownOrNone("phase", request.Phase) ?? (request.PageToken.Length == 0 ? null : RecordId.ReferenceFault("page_token", request.PageToken)))?.Throw();
        return Task.FromResult(calls.Read(request.Initiative, (reader, standing) =>
        {
            var page = Page<NestPhase>.Take(
                PhaseList.Present(records, reader, standing, request.Initiative, request.Children, request.PageToken)
                    .Where(each => request.Phase == NestPhase.Types.Phase.Unspecified || each.Item.Phase == request.Phase),
                size);
            return new ListPhasesResponse { Phases = { page.Items }, NextPageToken = page.NextToken };
        }));
    }

    public override Task<GetPhaseHistoryResponse> GetPhaseHistory(GetPhaseHistoryRequest request, ServerCallContext context)
    {
        Check.Id("parent", request.Parent)?.Throw();
        return Task.FromResult(calls.Read(
            request.Initiative, (reader, _) => new GetPhaseHistoryResponse { Phases = { PhaseList.History(records, reader, request.Initiative, request.Parent) } }));
    }

    public override Task<PlannedHandOver> PlanHandOver(PlanHandOverRequest request, ServerCallContext context)
    {
        var plan = request.Plan ?? new PlannedHandOver();
        Check.Same("plan.initiative", plan.Initiative, request.Initiative)?.Throw();
        return calls.WriteAsync(records.Plans, request.Initiative, "", (transaction, _) => growing.Plan(transaction, calls.Working, request.Initiative, plan), context);
    }

    public override Task<RemovePlannedHandOverResponse> RemovePlannedHandOver(RemovePlannedHandOverRequest request, ServerCallContext context)
    {
        Check.Known("function", request.Function)?.Throw();
        return calls.RemoveAsync(
            records.Plans, request.Initiative, "", Functions.Name(request.Function), request.Revision, "function", new RemovePlannedHandOverResponse(), context);
    }

    public override Task<PlannedHandOver> JudgeReadiness(JudgeReadinessRequest request, ServerCallContext context) => calls.WriteAsync(
        records.Readiness, request.Judge, "", (transaction, _) => growing.Judge(transaction, calls.Working, request), context);

    public override Task<ListPlannedHandOversResponse> ListPlannedHandOvers(ListPlannedHandOversRequest request, ServerCallContext context)
    {
        var size = Page<PlannedHandOver>.Size(request.PageSize);
        (Check.KnownOrNone("state", request.State)
            ?? (request.Judge.Length == 0 ? null : Check.Id("judge", request.Judge))
            ?? Place.Read("page_token", request.PageToken, out _))?.Throw();
        Place.Read("page_token", request.PageToken, out var after);
        return Task.FromResult(calls.Read(request.Initiative, (reader, standing) =>
        {
            var members = request.Below ? NestLine.Of(standing.Nest, request.Initiative, time.Today()).MembersBelow : [request.Initiative];
            var plans = new HandOverPlans(records, reader.Find, standing, time.Today());
            var found = new RecordIndex(reader, HandOverPlanKind.Kind)
                .Find([request.Judge.Length > 0 ? HandOverPlanKind.JudgedBy(request.Judge) : HandOverPlanKind.All], members, after)
                .Select(place => (Place: place.Name, Plan: plans.Show(records.Plans.Get(reader.Find, place.Initiative, place.Id, "function"))))
                .Where(each => request.State == PlannedHandOver.Types.State.Unspecified || each.Plan.State == request.State);
            var page = Page<PlannedHandOver>.Take(found, size);
            return new ListPlannedHandOversResponse { Plans = { page.Items }, NextPageToken = page.NextToken };
        }));
    }

    public override Task<PracticeCell> SavePracticeCell(SavePracticeCellRequest request, ServerCallContext context)
    {
        var cell = request.Cell ?? new PracticeCell();
        Check.Same("cell.initiative", cell.Initiative, request.Initiative)?.Throw();
        return calls.WriteAsync(records.Cells, request.Initiative, "", (transaction, _) => growing.Save(transaction, request.Initiative, cell), context);
    }

    public override Task<PracticeGrid> GetPracticeGrid(GetPracticeGridRequest request, ServerCallContext context) =>
        Task.FromResult(calls.Read(request.Initiative, (reader, _) => PracticeGrids.Read(records, reader, request.Initiative)));

    public override Task<NestMap> GetNestMap(GetNestMapRequest request, ServerCallContext context)
    {
        var size = Page<NestMap.Types.Entry>.Size(request.PageSize);
        (Check.KnownOrNone("only", request.Only)
            ?? Check.KnownOrNone("function", request.Function)
            ?? Check.PageSize("lapse_days", request.LapseDays, UsualLapse, MostLapse, out _)
            ?? (request.PageToken.Length == 0 ? null : RecordId.ReferenceFault("page_token", request.PageToken)))?.Throw();
        Check.PageSize("lapse_days", request.LapseDays, UsualLapse, MostLapse, out var days);
        return Task.FromResult(calls.Read(request.Initiative, (_, standing) =>
        {
            var maps = new NestMaps(standing, request.Initiative, time.Today(), days);
            var page = Page<NestMap.Types.Entry>.Take(maps.Entries(request), size);
            return new NestMap { Initiative = request.Initiative, Counts = { maps.Counts() }, Entries = { page.Items }, NextPageToken = page.NextToken };
        }));
    }
}
