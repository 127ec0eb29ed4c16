using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Agenda;

/// <summary>Short words for what is asked of agendas often.</summary>
internal static class AgendaWords
{
    /// <summary>The clause of an id, if the version has it.</summary>
    public static Clause? Find(this AgendaVersion version, string clause) => version.Clauses.FirstOrDefault(each => each.Clause_ == clause);

    /// <summary>Whether two clauses say the same, whatever their numbers; also where both are absent.</summary>
    public static bool SaysTheSameAs(this Clause? clause, Clause? other) =>
        clause is null || other is null ? clause == other : clause.Kind == other.Kind && Equals(clause.Text, other.Text);
}
