using CollectiveImpact.Console.Languages;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Agenda.Aligning;

/// <summary>What the page on which clauses are aligned with those above shows.</summary>
/// <param name="Own">The initiative's version in force, or the one put forward last; null where there is none.</param>
/// <param name="Above">The agendas in force of those above that can be read.</param>
/// <param name="Alignments">As they stand.</param>
/// <param name="Typed">What was typed.</param>
public sealed record AlignmentsModel(
    Initiative Initiative, Names Names, AgendaVersion? Own, IReadOnlyList<AgendaVersion> Above, IReadOnlyList<ClauseAlignment> Alignments,
    TypedAlignment Typed, bool IsSaved, IReadOnlyList<string> Faults)
{
    /// <summary>The own clauses that can serve one above.</summary>
    public IEnumerable<Clause> Serving => Own?.Clauses.Where(clause => clause.Kind is Clause.Types.Kind.Goal or Clause.Types.Kind.Strategy or Clause.Types.Kind.Action) ?? [];
}

/// <summary>What was typed on it.</summary>
/// <param name="With">The clause above, <c>parent/clause</c>.</param>
public sealed record TypedAlignment(string Clause, string With, string Why);
