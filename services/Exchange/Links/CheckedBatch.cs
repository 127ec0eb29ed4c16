using CollectiveImpact.Exchange.Log;

namespace CollectiveImpact.Exchange.Links;

/// <summary>A batch whose shapes and signatures were looked at.</summary>
/// <param name="After">Everything after this number of the sender's log…</param>
/// <param name="Through">…up to this one is either in it or not meant for this node.</param>
/// <param name="Documents">The documents, with what was found wrong of each.</param>
internal sealed record CheckedBatch(long After, long Through, IReadOnlyList<ReceivedDocument> Documents);
