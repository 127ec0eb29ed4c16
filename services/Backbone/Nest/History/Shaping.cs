using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Measurement;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Nest.History;

/// <summary>Writes of other names and other parents. Each method runs within an operation on the log, and throws what is wrong.</summary>
internal sealed class Shaping(StandingRules rules, TimeProvider time)
{
    public Initiative Rename(LogTransaction transaction, RenameInitiativeRequest request)
    {
        Check.Day("from", request.From, out var said)?.Throw();
        var from = (said ?? time.Today()).Written();
        var document = transaction.Find(InitiativeKind.Key(request.Initiative))!;
        if (document.Content.Revision != request.Revision)
            new CallFault(StatusCode.Aborted, "revision", $"is {request.Revision}, and {request.Initiative} stands at {document.Content.Revision} by now; read it again (Nest.GetInitiative)").Throw();
        var record = InitiativeRecord.Parser.ParseFrom(document.Content.Payload);
        var others = record.Renamed.Where(each => each.From != from).ToList();
        if (request.Withdraw)
        {
            if (request.Name is not null) CallFault.Invalid("name", "is given, and a name is to be taken back; leave it out").Throw();
            if (others.Count == record.Renamed.Count) CallFault.NotFound("from", $"no name of {request.Initiative} begins on {from}").Throw();
        }
        else
        {
            Check.Name("name", request.Name)?.Throw();
            others.Add(new DatedName { From = from, Name = request.Name });
        }

        record.Renamed.Clear();
        record.Renamed.Add(others.OrderBy(each => each.From, StringComparer.Ordinal));
        InitiativeKind.Fault(request.Initiative, record)?.Throw();
        transaction.Write(InitiativeKind.Key(request.Initiative), 0, record);
        return ShownInitiative.Of(rules.Working.Nest, request.Initiative, time.Today());
    }

    public Initiative Move(LogTransaction transaction, MoveInitiativeRequest request)
    {
        (Check.Id("from_parent", request.FromParent) ?? Check.Id("to_parent", request.ToParent) ?? Check.Day("day", request.Day, out _))?.Throw();
        Check.Day("day", request.Day, out var said);
        var (initiative, day) = (request.Initiative, said ?? time.Today());
        var alignments = rules.Working.Nest.Alignments(initiative);
        if (request.FromParent == request.ToParent) CallFault.Invalid("to_parent", $"is {request.ToParent}, where {initiative} is; name another").Throw();
        if (alignments.GetValueOrDefault(request.FromParent) is not { } left || !left.InForce(Period.Of(day)))
        {
            CallFault.Precondition("from_parent", $"{initiative} is not aligned with {request.FromParent} on {day.Written()}; look at its alignments (Nest.GetInitiative)").Throw();
            return null;
        }

        if (left.From >= day) CallFault.Precondition("day", $"{initiative} has been aligned with {left.Parent} since {day.Written()} only; give a later day, or withdraw that alignment").Throw();
        if (left.Until < day) CallFault.Precondition("day", $"{initiative} left {left.Parent} and came back since; give a day after {left.From.Written()}").Throw();
        transaction.Write(AlignmentKind.Key(initiative, left.Parent), 0, (left with { Until = day.AddDays(-1) }).Write());
        var entered = Enter(alignments.GetValueOrDefault(request.ToParent), request, day).Write();
        if (AlignmentKind.Fault(rules.Working, initiative, entered) is { } fault) (fault.Field == "parent" ? fault with { Field = "to_parent" } : fault).Throw();
        transaction.Write(AlignmentKind.Key(initiative, request.ToParent), 0, entered);
        return ShownInitiative.Of(rules.Working.Nest, initiative, time.Today());
    }

    /// <summary>The alignment with the new parent; where it has been one before, that time is kept.</summary>
    private static DatedAlignment Enter(DatedAlignment? former, MoveInitiativeRequest request, DateOnly day)
    {
        if (former is null) return new DatedAlignment(request.ToParent, day, null, request.Part);
        if (former.Until is not { } until || until >= day)
        {
            CallFault.Precondition("to_parent", $"{request.Initiative} is aligned with {request.ToParent} then already; change the dates of that alignment (Nest.Align)").Throw();
            return former;
        }

        return former with { From = day, Until = null, Part = request.Part ?? former.Part, Earlier = former.Earlier.Add((former.From, until)) };
    }
}
