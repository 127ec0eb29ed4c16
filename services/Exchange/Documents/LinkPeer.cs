using CollectiveImpact.V1;

namespace CollectiveImpact.Exchange.Documents;

/// <summary>The other end of a link.</summary>
/// <param name="Link">The link's number at this node.</param>
/// <param name="Node">The peer.</param>
/// <param name="Level">The peer's level.</param>
/// <param name="IsParent">Whether this node dials it.</param>
/// <param name="Hosting">The initiatives that it may host, where it is a child.</param>
public sealed record LinkPeer(long Link, NodeId Node, Level Level, bool IsParent, HostingScope Hosting);
