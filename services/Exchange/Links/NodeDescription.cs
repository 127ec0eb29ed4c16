using CollectiveImpact.V1;

namespace CollectiveImpact.Exchange.Links;

/// <summary>How a node presents itself.</summary>
/// <param name="Level">The level of the initiatives it hosts.</param>
/// <param name="Name">What its operator calls it.</param>
public sealed record NodeDescription(Level Level, string Name);
