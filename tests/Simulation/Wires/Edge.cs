using CollectiveImpact.Simulation.Nodes;

namespace CollectiveImpact.Simulation.Wires;

/// <summary>The way between a child and a parent, over which streams run.</summary>
internal sealed class Edge(SimulatedNode child, SimulatedNode parent)
{
    public SimulatedNode Child => child;

    public SimulatedNode Parent => parent;

    public Cut Cut { get; set; }

    /// <summary>When it is mended, in ticks of the clock.</summary>
    public long HealAt { get; set; } = long.MaxValue;

    public override string ToString() => $"{child.Name}-{parent.Name}";
}

/// <summary>How a way is cut.</summary>
internal enum Cut
{
    /// <summary>It is not.</summary>
    None,

    /// <summary>Whoever dials is told at once that nobody is there.</summary>
    Refused,

    /// <summary>What is sent does not arrive, and nobody is told.</summary>
    Silent,
}
