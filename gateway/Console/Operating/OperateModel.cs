using CollectiveImpact.Console.Languages;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Operating;

/// <summary>What the page of an initiative's node shows.</summary>
/// <param name="Node">Null where it does not say.</param>
/// <param name="Links">With the nodes above and below.</param>
/// <param name="Refusals">A page of what was refused, the latest first.</param>
/// <param name="Next">The token of the next page of them; empty after the last.</param>
public sealed record OperateModel(Initiative Initiative, Names Names, Node? Node, IReadOnlyList<LinkState> Links, IReadOnlyList<RefusedDocument> Refusals, string Next);
