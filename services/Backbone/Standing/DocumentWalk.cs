using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;

namespace CollectiveImpact.Backbone.Standing;

/// <summary>Goes through all documents of some kinds, however many there are.</summary>
internal static class DocumentWalk
{
    private const int Page = 1000;

    /// <summary>Withdrawn ones included, in the log's order.</summary>
    public static IEnumerable<StoredDocument> Of(LogReader reader, Func<string, bool> isOfKind)
    {
        var after = 0L;
        while (reader.DocumentsAfter(after, Page) is { Count: > 0 } page)
        {
            foreach (var document in page.Where(document => isOfKind(document.Content.Kind))) yield return document;
            after = page[^1].Sequence;
        }
    }
}
