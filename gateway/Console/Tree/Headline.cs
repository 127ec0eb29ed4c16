using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Initiatives;

namespace CollectiveImpact.Console.Tree;

/// <summary>A root of the nest with the figures that it is known by.</summary>
/// <param name="Panels">The first indicators; <paramref name="More"/> where there are others.</param>
/// <param name="Unreachable">Whether its indicators could not be asked for.</param>
public sealed record Headline(Branch Root, IReadOnlyList<IndicatorPanel> Panels, bool More, bool Unreachable, Absence Absence);
