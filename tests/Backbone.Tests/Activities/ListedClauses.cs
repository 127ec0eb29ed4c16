using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Documents;

namespace CollectiveImpact.Backbone.Tests.Activities;

/// <summary>Agendas as a test says that they are.</summary>
internal sealed class ListedClauses : IClauses
{
    private readonly Dictionary<string, List<AgendaClause>> _agendas = [];

    public ListedClauses With(string initiative, string id, ClauseKind kind)
    {
        if (!_agendas.TryGetValue(initiative, out var clauses)) _agendas.Add(initiative, clauses = []);
        clauses.Add(new AgendaClause(id, $"{clauses.Count + 1}", kind, new Text { En = id }));
        return this;
    }

    public bool Exists(Func<DocumentKey, StoredDocument?> find, string initiative, string clause) =>
        InForce(find, initiative).Any(each => each.Id == clause);

    public IReadOnlyList<AgendaClause> InForce(Func<DocumentKey, StoredDocument?> find, string initiative) =>
        _agendas.TryGetValue(initiative, out var clauses) ? clauses : [];
}
