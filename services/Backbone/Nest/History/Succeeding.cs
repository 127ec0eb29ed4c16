using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Nest.History;

/// <summary>Writes of successions, and of their answers. Each method runs within an operation on the log, and throws what is wrong.</summary>
internal sealed class Succeeding(HistoryRecords records, StandingRules rules, TimeProvider time)
{
    public InitiativeSuccession Save(LogTransaction transaction, string initiative, InitiativeSuccession succession)
    {
        (Check.RequiredDay("succession.day", succession.Day)
            ?? SuccessorsFault(rules.Working.Nest, initiative, succession.Successors)?.Within("succession"))?.Throw();
        var payload = succession.Clone();
        (payload.Initiative, payload.Day, payload.Revision, payload.State) = ("", "", "", InitiativeSuccession.Types.State.Unspecified);
        foreach (var successor in payload.Successors)
            (successor.Answer, successor.Reason, successor.Answered) = (InitiativeSuccession.Types.Answer.Unspecified, null, "");
        var found = records.Successions.Save(transaction, initiative, succession.Day, 0, payload, succession.Revision);
        if (succession.Successors.All(each => each.Initiative != initiative)) EndAlignments(transaction, initiative, UtcDay.Read(succession.Day)!.Value);
        return ShownHistory.Of(rules.Working.Nest, initiative, found);
    }

    public void Remove(LogTransaction transaction, RemoveSuccessionRequest request)
    {
        Check.RequiredDay("day", request.Day)?.Throw();
        records.Successions.Remove(transaction, request.Initiative, request.Day, 0, request.Revision, "day");
    }

    public InitiativeSuccession Answer(LogTransaction transaction, AnswerSuccessionRequest request)
    {
        (Check.Id("initiative", request.Initiative) ?? Check.RequiredDay("day", request.Day))?.Throw();
        var found = records.Successions.Get(transaction.Find, request.Initiative, request.Day, "day");
        if (request.Successor == request.Initiative || found.Record.Successors.All(each => each.Initiative != request.Successor))
            CallFault.NotFound("successor", $"{request.Initiative} does not pass into {request.Successor} on {request.Day}; those whom it names answer").Throw();
        if (found.Revision != request.Revision)
            new CallFault(StatusCode.Aborted, "revision", $"is {Check.Shown(request.Revision)}, and the succession stands at {found.Revision} by now; read it again before you answer").Throw();
        var id = SuccessionAnswerKind.IdOf(request.Initiative, request.Day);
        var record = new SuccessionAnswerRecord { Answer = request.Answer, Reason = request.Reason, Revision = found.Revision, Day = time.Today().Written() };
        records.Answers.Save(transaction, request.Successor, id, 0, record, records.Answers.Find(transaction.Find, request.Successor, id)?.Revision ?? "");
        return ShownHistory.Of(rules.Working.Nest, request.Initiative, found);
    }

    private static CallFault? SuccessorsFault(NestState nest, string initiative, IReadOnlyList<InitiativeSuccession.Types.Successor> successors)
    {
        for (var i = 0; i < successors.Count; i++)
        {
            var (field, id) = ($"successors[{i}].initiative", successors[i].Initiative);
            if (Check.Id(field, id) is { } fault) return fault;
            if (nest.Find(id) is not { } known)
                return CallFault.NotFound(field, $"{Check.Shown(id)} is not known here; register it first (Nest.RegisterInitiative), or check its id");
            if (known.Level != nest.Find(initiative)!.Level)
                return CallFault.Invalid(field, $"{id} is {known.Level}, and {initiative} is {nest.Find(initiative)!.Level}; an initiative passes into others of its level");
        }

        return successors is [var only] && only.Initiative == initiative
            ? CallFault.Invalid("successors", $"names {initiative} alone: then nothing changes; name those that take over")
            : null;
    }

    /// <summary>Whoever passes and does not go on is aligned with nobody from then on.</summary>
    private void EndAlignments(LogTransaction transaction, string initiative, DateOnly day)
    {
        foreach (var alignment in rules.Working.Nest.Alignments(initiative).Values)
        {
            if (alignment.From >= day)
                CallFault.Precondition("succession.day", $"{initiative} would be aligned with {alignment.Parent} from {alignment.From.Written()}, after it has passed; withdraw that alignment first (Nest.WithdrawAlignment)").Throw();
            if (alignment.Until is null || alignment.Until >= day)
                transaction.Write(AlignmentKind.Key(initiative, alignment.Parent), 0, (alignment with { Until = day.AddDays(-1) }).Write());
        }
    }
}
