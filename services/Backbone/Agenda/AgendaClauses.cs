using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Agenda;

/// <summary>The clauses of agendas, as activities ask for them.</summary>
internal sealed class AgendaClauses : IClauses
{
    public bool Exists(Func<DocumentKey, StoredDocument?> find, string initiative, string clause) =>
        StandingAgenda.Of(find, initiative).Clause(clause) is not null;

    public IReadOnlyList<AgendaClause> InForce(Func<DocumentKey, StoredDocument?> find, string initiative) =>
        [.. StandingAgenda.Of(find, initiative).InForce?.Clauses.Where(IsWorkedOn).Select(clause => new AgendaClause(clause.Clause_, clause.Number, KindOf(clause), clause.Text)) ?? []];

    /// <summary>What is wrong, meant, hoped or held to is nobody's activity.</summary>
    private static bool IsWorkedOn(Clause clause) => clause.Kind is Clause.Types.Kind.Goal or Clause.Types.Kind.Strategy or Clause.Types.Kind.Action;

    private static ClauseKind KindOf(Clause clause) => clause.Kind switch
    {
        Clause.Types.Kind.Goal => ClauseKind.Goal,
        Clause.Types.Kind.Strategy => ClauseKind.Strategy,
        _ => ClauseKind.Other,
    };
}
