using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;

namespace CollectiveImpact.Backbone.Records;

/// <summary>What records serve: clauses and indicators of their initiative, or of those above it.</summary>
internal sealed class Served(IClauses clauses)
{
    /// <summary>What is wrong with what a record names, of well-formed references; what it named before is not asked about again.</summary>
    /// <param name="find">Finds a document.</param>
    /// <param name="standing">What stands.</param>
    /// <param name="initiative">Whose record.</param>
    /// <param name="named">The clauses that it names, in its field `clauses`.</param>
    /// <param name="before">Those that it named before.</param>
    /// <param name="indicators">The indicators that it names, in its field `indicators`.</param>
    /// <param name="indicatorsBefore">Those that it named before.</param>
    public CallFault? Fault(
        Func<DocumentKey, StoredDocument?> find, NodeStanding standing, string initiative,
        IReadOnlyList<string> named, IReadOnlyCollection<string> before, IReadOnlyList<string> indicators, IReadOnlyCollection<string> indicatorsBefore) =>
        Each("clauses", named, before, (field, clause) => Clause(find, standing, initiative, field, clause))
        ?? Each("indicators", indicators, indicatorsBefore, (field, indicator) => InLine.IndicatorFault(standing, initiative, field, indicator));

    /// <summary>The first fault of those of a list that were not named before.</summary>
    public static CallFault? Each(string field, IReadOnlyList<string> named, IReadOnlyCollection<string> before, Func<string, string, CallFault?> check)
    {
        var known = before.ToHashSet();
        return named.Select((name, i) => known.Contains(name) ? null : check($"{field}[{i}]", name)).FirstOrDefault(fault => fault is not null);
    }

    private CallFault? Clause(Func<DocumentKey, StoredDocument?> find, NodeStanding standing, string initiative, string field, string reference)
    {
        var (owner, clause) = RecordId.Parts(reference);
        if (InLine.Fault(standing, initiative, field, owner, "clauses") is { } fault) return fault;
        return clauses.Exists(find, owner, clause)
            ? null
            : CallFault.NotFound(field, $"the agenda of {owner} has no clause `{clause}` that is known here");
    }
}
