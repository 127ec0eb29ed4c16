namespace CollectiveImpact.NestFolder.Initiatives;

/// <summary>
/// What <c>initiatives.csv</c> says, while faults are still being looked for. An initiative whose row has a fault is
/// known and not in the tree: what refers to it is no fault of its own.
/// </summary>
internal sealed record InitiativeDraft(InitiativeTree Tree, Func<string, bool> IsKnown);
