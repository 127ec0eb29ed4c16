using CollectiveImpact.Exchange.Documents;

namespace CollectiveImpact.Backbone.Activities;

/// <summary>Where agendas are not kept as documents: any clause can be named, and none is known to be in force.</summary>
internal sealed class UnknownClauses : IClauses
{
    public bool Exists(Func<DocumentKey, StoredDocument?> find, string initiative, string clause) => true;

    public IReadOnlyList<AgendaClause> InForce(Func<DocumentKey, StoredDocument?> find, string initiative) => [];
}
