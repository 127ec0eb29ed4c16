using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Records;

/// <summary>What other records ask of agendas.</summary>
internal interface IClauses
{
    /// <summary>Whether an agenda has a clause, in the version in force or in the one put forward last.</summary>
    /// <param name="find">Finds a document: a reader's, or that of an operation on the log.</param>
    /// <param name="initiative">Whose agenda.</param>
    /// <param name="clause">The clause's id.</param>
    bool Exists(Func<DocumentKey, StoredDocument?> find, string initiative, string clause);

    /// <summary>The goals, strategies and actions of an initiative's agenda in force, in its order; none where this node knows none.</summary>
    /// <param name="find">Finds a document.</param>
    /// <param name="initiative">Whose agenda.</param>
    IReadOnlyList<AgendaClause> InForce(Func<DocumentKey, StoredDocument?> find, string initiative);
}

/// <summary>A clause of an agenda.</summary>
/// <param name="Id">Its id within the agenda.</param>
/// <param name="Number">As the agenda numbers it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its wording.</param>
internal sealed record AgendaClause(string Id, string Number, ClauseKind Kind, Text Text);

/// <summary>What a clause is, as far as activities make a difference.</summary>
internal enum ClauseKind
{
    /// <summary>An outcome: it is supported, or not.</summary>
    Goal,

    /// <summary>A column of the plan.</summary>
    Strategy,

    /// <summary>Any other.</summary>
    Other,
}
