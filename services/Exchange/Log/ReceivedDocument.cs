using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Keys;

namespace CollectiveImpact.Exchange.Log;

/// <summary>A document as a link brought it, looked at before the log's thread is troubled with it.</summary>
/// <param name="Document">The document; its sequence is the sender's.</param>
/// <param name="Key">The key its signature was checked with.</param>
/// <param name="Fault">Why it may not be stored, whatever the rules say: malformed, or not signed by its writer.</param>
internal sealed record ReceivedDocument(StoredDocument Document, WriterKey Key, RefusalReason? Fault);
