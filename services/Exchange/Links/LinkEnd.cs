using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Keys;
using CollectiveImpact.Exchange.Log;

namespace CollectiveImpact.Exchange.Links;

/// <summary>What both ends of a link work with.</summary>
internal sealed record LinkEnd(
    DocumentLog Log, IDocumentRules Rules, NodeKey Key, LinkTokens Tokens, NodeDescription Self, LinkBoard Board, TimeProvider Time, Random Random);
