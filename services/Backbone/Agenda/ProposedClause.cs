using CollectiveImpact.Backbone.Proposals;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Agenda;

/// <summary>A clause that goes into the draft when its proposal is accepted.</summary>
internal sealed class ProposedClause(Drafting drafting) : IProposable
{
    public Change.ChangeOneofCase Case => Change.ChangeOneofCase.Clause;

    public Function Function => Function.GuideVisionAndStrategy;

    public CallFault? Fault(string initiative, Change change)
    {
        var (before, after) = (change.Clause.Before, change.Clause.After);
        if (after is null) return CallFault.Invalid("clause.after", "is missing; say how the clause is to read");
        if (ClauseList.Fault("clause.after", after) is { } fault) return fault;
        if (before is null) return null;
        return ClauseList.Fault("clause.before", before)
            ?? (before.Clause_ == after.Clause_ ? null : CallFault.Invalid("clause.after.clause", $"is `{after.Clause_}`, and `{before.Clause_}` was read; a clause keeps its id"))
            ?? (before.Equals(after) ? CallFault.Invalid("clause.after", "says what was read; say what is to change") : null);
    }

    public CallFault? Hindrance(LogTransaction transaction, NodeStanding standing, string initiative, Change change)
    {
        var (before, after) = (change.Clause.Before, change.Clause.After);
        var draft = drafting.Begun(transaction, initiative);
        var stands = draft.Clauses.FirstOrDefault(clause => clause.Clause_ == after.Clause_);
        // What the holder has drafted so already is as good as done.
        if (after.Equals(stands)) return null;
        if (!Equals(before, stands)) return MovedOn(initiative, before, stands, after.Clause_);
        if (draft.Clauses.FirstOrDefault(clause => clause.Clause_ != after.Clause_ && clause.Number == after.Number) is { } other)
            return CallFault.Precondition("clause.after.number", $"is {after.Number}, which is the number of clause `{other.Clause_}` in the draft; adapt it with another number");
        return drafting.Fault(DraftWith(draft, after)) is { } fault
            ? CallFault.Precondition("clause", $"does not go into the draft: {fault.Text}")
            : null;
    }

    public string Do(LogTransaction transaction, NodeStanding standing, long epoch, string initiative, Change change)
    {
        var after = change.Clause.After;
        var draft = drafting.Begun(transaction, initiative);
        drafting.Save(transaction, epoch, new SaveAgendaDraftRequest { Initiative = initiative, Draft = DraftWith(draft, after), Revision = draft.Revision });
        return Topic.Of("clause", initiative, after.Clause_);
    }

    private static CallFault MovedOn(string initiative, Clause? before, Clause? stands, string clause) => (before, stands) switch
    {
        (null, _) => CallFault.Precondition("clause.after.clause", $"is `{clause}`, and the draft of {initiative} has a clause of that id; adapt the proposal to what it says, or decline it"),
        (_, null) => CallFault.Precondition("clause.before", $"is clause `{clause}`, and the draft of {initiative} has none by now; adapt the proposal to a new clause, or decline it"),
        _ => CallFault.Precondition("clause.before", $"is not how clause `{clause}` reads in the draft of {initiative} by now; adapt the proposal to what it says, or decline it"),
    };

    private static AgendaDraft DraftWith(AgendaDraft draft, Clause clause)
    {
        var changed = draft.Clone();
        var at = changed.Clauses.ToList().FindIndex(each => each.Clause_ == clause.Clause_);
        if (at >= 0) changed.Clauses[at] = clause;
        else changed.Clauses.Insert(changed.Clauses.ToList().FindLastIndex(each => ClauseList.Order(each.Number, clause.Number) < 0) + 1, clause);
        return changed;
    }
}
