using CollectiveImpact.Faults.Tests.Nodes;

namespace CollectiveImpact.Faults.Tests.Settling;

/// <summary>A node, and whose figures it keeps: of these initiatives and of those below them.</summary>
internal sealed record Place(NodeClient Node, params IReadOnlyList<string> Keeps)
{
    public bool KeepsOf(string initiative) => Keeps.Any(kept => IsWithin(initiative, kept));

    /// <summary>Whether one initiative is another, or lies below it: by custom its id says so.</summary>
    public static bool IsWithin(string initiative, string other) =>
        initiative == other || initiative.StartsWith(other + ".", StringComparison.Ordinal);
}
