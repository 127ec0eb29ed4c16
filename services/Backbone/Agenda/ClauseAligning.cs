using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Agenda;

/// <summary>How an initiative aligns its clauses with those above, and answers what drifts.</summary>
internal sealed class ClauseAligning(AgendaRecords records, RecordCalls calls, TimeProvider time)
{
    public ClauseAlignment Align(LogTransaction transaction, long epoch, AlignClauseRequest request)
    {
        (Check.Id("clause", request.Clause) ?? Check.Id("parent", request.Parent) ?? Check.Id("parent_clause", request.ParentClause)
            ?? Check.Text("why", request.Why))?.Throw();
        CheckOwn(transaction, request.Initiative, request.Clause);
        CheckAbove(request.Initiative, request.Parent);
        var inForce = InForce(transaction, request.Parent);
        CheckClause(inForce, request.ParentClause, "parent_clause");
        return Write(
            transaction, request.Initiative, epoch,
            new ClauseAlignment { Clause = request.Clause, Parent = request.Parent, ParentClause = request.ParentClause, Why = request.Why, JudgedAt = inForce.Version },
            request.Revision);
    }

    public AnswerDriftResponse Answer(LogTransaction transaction, long epoch, AnswerDriftRequest request)
    {
        (Check.Id("clause", request.Clause) ?? Check.Id("parent", request.Parent) ?? Check.Id("parent_clause", request.ParentClause)
            ?? Check.Known("answer", request.Answer) ?? Check.Text("reason", request.Reason) ?? RealignFault(request))?.Throw();
        var found = records.Alignments.Find(transaction.Find, request.Initiative, ClauseAlignmentKind.IdOf(request.Clause, request.Parent, request.ParentClause));
        if (found is not { Record: { LetGo: null } alignment })
        {
            CallFault.NotFound("clause", $"{request.Clause} of {request.Initiative} is not aligned with {request.ParentClause} of {request.Parent}").Throw();
            return null;
        }

        switch (request.Answer)
        {
            case AnswerDriftRequest.Types.Answer.Keep:
                (alignment.JudgedAt, alignment.Reason) = (InForce(transaction, request.Parent).Version, request.Reason);
                return new AnswerDriftResponse { Answered = Write(transaction, request.Initiative, epoch, alignment, request.Revision) };
            case AnswerDriftRequest.Types.Answer.LetGo:
                return new AnswerDriftResponse { Answered = LetGo(transaction, epoch, alignment, request) };
            default:
                CheckAbove(request.Initiative, request.Parent);
                var inForce = InForce(transaction, request.Parent);
                CheckClause(inForce, request.RealignTo, "realign_to");
                return new AnswerDriftResponse
                {
                    Answered = LetGo(transaction, epoch, alignment, request),
                    Realigned = Realign(transaction, epoch, alignment, request, inForce.Version),
                };
        }
    }

    /// <summary>An alignment as it is shown, when how it drifts is known.</summary>
    public static ClauseAlignment Show(Found<ClauseAlignment> found, ClauseAlignment.Types.Drift? drift)
    {
        var shown = found.Record.Clone();
        (shown.Initiative, shown.Revision) = (found.Initiative, found.Revision);
        shown.Drift = shown.LetGo is null ? drift : null;
        shown.State = shown.LetGo is not null ? ClauseAlignment.Types.State.LetGo
            : drift is not null ? ClauseAlignment.Types.State.Drifting
            : ClauseAlignment.Types.State.Aligned;
        return shown;
    }

    private ClauseAlignment LetGo(LogTransaction transaction, long epoch, ClauseAlignment alignment, AnswerDriftRequest request)
    {
        var ended = alignment.Clone();
        ended.LetGo = new ClauseAlignment.Types.LetGo { Day = time.Today().Written(), Reason = request.Reason, RealignedTo = request.RealignTo };
        return Write(transaction, request.Initiative, epoch, ended, request.Revision);
    }

    private ClauseAlignment Realign(LogTransaction transaction, long epoch, ClauseAlignment alignment, AnswerDriftRequest request, int judgedAt)
    {
        var next = alignment.Clone();
        (next.ParentClause, next.JudgedAt, next.Reason) = (request.RealignTo, judgedAt, request.Reason);
        var standing = records.Alignments.Find(transaction.Find, request.Initiative, ClauseAlignmentKind.IdOf(next.Clause, next.Parent, next.ParentClause));
        // It is aligned with that clause, too: then that is judged anew, and its own words stay.
        if (standing is { Record: { LetGo: null } other }) next.Why = other.Why;
        return Write(transaction, request.Initiative, epoch, next, standing?.Revision ?? "");
    }

    private ClauseAlignment Write(LogTransaction transaction, string initiative, long epoch, ClauseAlignment alignment, string revision)
    {
        var id = ClauseAlignmentKind.IdOf(alignment.Clause, alignment.Parent, alignment.ParentClause);
        // What was let go is begun anew, and need not be read for that.
        if (revision.Length == 0 && records.Alignments.Find(transaction.Find, initiative, id) is { Record.LetGo: not null } ended) revision = ended.Revision;
        var saved = records.Alignments.Save(transaction, initiative, id, epoch, alignment, revision);
        // It has just been judged by what is in force.
        return Show(saved, null);
    }

    private static void CheckOwn(LogTransaction transaction, string initiative, string clause)
    {
        if (StandingAgenda.Of(transaction, initiative).Clause(clause) is not { } own)
            CallFault.NotFound("clause", $"{initiative} has no clause `{clause}` in the version of its agenda that is in force, nor in the one put forward last").Throw();
        else if (own.Kind is not (Clause.Types.Kind.Goal or Clause.Types.Kind.Strategy or Clause.Types.Kind.Action))
            CallFault.Invalid("clause", $"{clause} is a {own.Kind}; goals, strategies and actions are aligned").Throw();
    }

    private void CheckAbove(string initiative, string parent)
    {
        var nest = calls.Working.Nest;
        if (nest.Find(parent) is null) CallFault.UnknownInitiative("parent", parent).Throw();
        if (!nest.Ancestors(initiative).Contains(parent))
            CallFault.Invalid("parent", $"{parent} is not above {initiative}; align the initiatives first (Nest.Align)").Throw();
    }

    private static AgendaVersion InForce(LogTransaction transaction, string parent)
    {
        if (StandingAgenda.Of(transaction, parent).InForce is { } inForce) return inForce;
        CallFault.Precondition("parent", $"{parent} has no agenda in force that is known here; align with it when it has").Throw();
        return null;
    }

    private static void CheckClause(AgendaVersion inForce, string clause, string field)
    {
        if (inForce.Find(clause) is null)
            CallFault.NotFound(field, $"version {inForce.Version} of {inForce.Initiative}'s agenda, which is in force, has no clause `{clause}`").Throw();
    }

    private static CallFault? RealignFault(AnswerDriftRequest request) => request.Answer switch
    {
        AnswerDriftRequest.Types.Answer.Realign when request.RealignTo == request.ParentClause =>
            CallFault.Invalid("realign_to", $"`{request.RealignTo}` is what it is aligned with; name another clause, or answer ANSWER_KEEP"),
        AnswerDriftRequest.Types.Answer.Realign => Check.Id("realign_to", request.RealignTo),
        _ when request.RealignTo.Length > 0 => CallFault.Invalid("realign_to", "is given, and is for ANSWER_REALIGN; leave it empty"),
        AnswerDriftRequest.Types.Answer.LetGo => Check.Required("reason", request.Reason),
        _ => null,
    };
}
