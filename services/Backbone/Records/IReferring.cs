using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Documents;

namespace CollectiveImpact.Backbone.Records;

/// <summary>A kind whose records name others, to be found from there.</summary>
internal interface IReferring : IKind
{
    /// <summary>What the table of references has to say of a document of this kind. It follows from what stands alone.</summary>
    /// <param name="find">Finds a document: a reader's, or that of an operation on the log.</param>
    /// <param name="standing">What stands.</param>
    /// <param name="document">Withdrawn ones included.</param>
    IEnumerable<Reference> Referring(Func<DocumentKey, StoredDocument?> find, NodeStanding standing, StoredDocument document);
}
