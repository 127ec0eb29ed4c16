using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Agenda;

/// <summary>The common agenda: drafted, put forward, ratified, compared, and aligned with those above.</summary>
internal sealed class CommonAgendaService(
    AgendaRecords records, RecordCalls calls, Drafting drafting, Ratifying ratifying, AgendaReading reading, ClauseAligning aligning)
    : CommonAgenda.CommonAgendaBase
{
    public override Task<AgendaDraft> SaveDraft(SaveAgendaDraftRequest request, ServerCallContext context) => calls.WriteAsync(
        records.Drafts, request.Initiative, request.By, (transaction, epoch) => drafting.Save(transaction, epoch, request), context);

    public override Task<AgendaDraft> GetDraft(GetAgendaDraftRequest request, ServerCallContext context) => Task.FromResult(
        calls.Read(request.Initiative, (reader, _) => drafting.Get(reader, request.Initiative)));

    public override Task<AgendaVersion> PutForward(PutForwardRequest request, ServerCallContext context) => calls.WriteAsync(
        records.Versions, request.Initiative, request.By, (transaction, epoch) => drafting.PutForward(transaction, epoch, request), context);

    public override Task<Ratification> Ratify(RatifyRequest request, ServerCallContext context) => calls.WriteAsync(
        records.Ratifications, request.Initiative, "", (transaction, epoch) => ratifying.Ratify(transaction, epoch, request), context);

    public override Task<AgendaVersion> GetAgenda(GetAgendaRequest request, ServerCallContext context) => Task.FromResult(
        calls.Read(request.Initiative, (reader, _) => reading.Get(reader, request.Initiative, request.Version)));

    public override Task<ListVersionsResponse> ListVersions(ListVersionsRequest request, ServerCallContext context)
    {
        var size = Page<VersionSummary>.Size(request.PageSize);
        Check.KnownOrNone("state", request.State)?.Throw();
        return Task.FromResult(calls.Read(request.Initiative, (reader, _) => reading.List(reader, request, size)));
    }

    public override Task<AgendaStanding> GetStanding(GetStandingRequest request, ServerCallContext context) => Task.FromResult(
        calls.Read(request.Initiative, (reader, _) => reading.Standing(reader, request.Initiative, request.Version)));

    public override Task<ListRatificationsResponse> ListRatifications(ListRatificationsRequest request, ServerCallContext context)
    {
        var size = Page<Ratification>.Size(request.PageSize);
        (Check.KnownOrNone("answer", request.Answer)
            ?? (request.Unanswered && request.Answer != ClauseAnswer.Types.Answer.Unspecified
                ? CallFault.Invalid("unanswered", "is set beside an answer; ask for the one or for the other")
                : null))?.Throw();
        return Task.FromResult(calls.Read(request.Initiative, (reader, _) => ratifying.List(reader, request, size)));
    }

    public override Task<AgendaComparison> CompareVersions(CompareVersionsRequest request, ServerCallContext context) => Task.FromResult(
        calls.Read(request.Initiative, (reader, _) => reading.Compare(reader, request)));

    public override Task<ClauseAlignment> AlignClause(AlignClauseRequest request, ServerCallContext context) => calls.WriteAsync(
        records.Alignments, request.Initiative, request.By, (transaction, epoch) => aligning.Align(transaction, epoch, request), context);

    public override Task<AnswerDriftResponse> AnswerDrift(AnswerDriftRequest request, ServerCallContext context) => calls.WriteAsync(
        records.Alignments, request.Initiative, request.By, (transaction, epoch) => aligning.Answer(transaction, epoch, request), context);

    public override Task<ListClauseAlignmentsResponse> ListClauseAlignments(ListClauseAlignmentsRequest request, ServerCallContext context)
    {
        var size = Page<ClauseAlignment>.Size(request.PageSize);
        (Check.KnownOrNone("side", request.Side) ?? Check.KnownOrNone("state", request.State)
            ?? (request.Clause.Length == 0 ? null : Check.Id("clause", request.Clause))
            ?? (request.With.Length == 0 ? null : Check.Id("with", request.With)))?.Throw();
        return Task.FromResult(calls.Read(request.Initiative, (reader, standing) =>
        {
            if (request.With.Length > 0 && standing.Nest.Find(request.With) is null) CallFault.UnknownInitiative("with", request.With).Throw();
            return new ClauseAlignmentList(records, reader, request).Read(size);
        }));
    }
}
