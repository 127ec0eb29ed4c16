using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Agenda;

/// <summary>What became of each clause between two agendas. A clause is told by its id.</summary>
internal static class Comparison
{
    /// <returns>In the order of the later agenda; then what it lacks, in the order of the earlier.</returns>
    public static IEnumerable<ClauseChange> Of(IReadOnlyList<Clause> from, IReadOnlyList<Clause> to)
    {
        var before = from.ToDictionary(clause => clause.Clause_);
        var after = to.Select(clause => clause.Clause_).ToHashSet();
        return to.Select(clause => Change(before.GetValueOrDefault(clause.Clause_), clause))
            .Concat(from.Where(clause => !after.Contains(clause.Clause_)).Select(clause => Change(clause, null)));
    }

    private static ClauseChange Change(Clause? before, Clause? after) => new()
    {
        Clause = (after ?? before)!.Clause_,
        Change = Kind(before, after),
        Before = before,
        After = after,
    };

    private static ClauseChange.Types.Change Kind(Clause? before, Clause? after) => (before, after) switch
    {
        (null, _) => ClauseChange.Types.Change.Added,
        (_, null) => ClauseChange.Types.Change.Removed,
        _ when !before.SaysTheSameAs(after) => ClauseChange.Types.Change.Changed,
        _ when before.Number != after.Number => ClauseChange.Types.Change.Moved,
        _ => ClauseChange.Types.Change.Unchanged,
    };
}
