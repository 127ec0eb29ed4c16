using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Documents;

namespace CollectiveImpact.Backbone.Resources;

/// <summary>A kind whose documents move money in funds.</summary>
internal interface IMoving : IKind
{
    /// <summary>
    /// What a document of this kind moves. It follows from the documents that stand alone, in whatever order they came.
    /// What comes back by a return is a matter of all returns of an allocation together, and not among it.
    /// </summary>
    /// <param name="find">Finds a document: a reader's, or that of an operation on the log.</param>
    /// <param name="document">Withdrawn ones included.</param>
    IEnumerable<Movement> Moving(Func<DocumentKey, StoredDocument?> find, StoredDocument document);
}
