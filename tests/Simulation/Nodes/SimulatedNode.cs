using CollectiveImpact.Exchange.Keys;
using CollectiveImpact.Simulation.Stores;
using CollectiveImpact.V1;

namespace CollectiveImpact.Simulation.Nodes;

/// <summary>A node: its files, its key, its clock and its disk outlive its processes.</summary>
internal sealed class SimulatedNode(int number, string name, Level level, NodeKey key, NodeFiles files)
{
    public int Number => number;

    public string Name => name;

    public Level Level => level;

    public NodeKey Key => key;

    public NodeFiles Files => files;

    public StoreFaults Disk { get; } = new();

    /// <summary>How far its clock is from the time.</summary>
    public TimeSpan ClockError { get; set; }

    /// <summary>What runs; null while nothing does.</summary>
    public NodeProcess? Process { get; set; }

    /// <summary>When it is started again, in ticks of the clock.</summary>
    public long StartAt { get; set; }

    /// <summary>Whether it was restored from a backup, and has not started since.</summary>
    public bool IsRestored { get; set; }

    /// <summary>Whether its operator keeps it from starting.</summary>
    public bool IsHeld { get; set; }

    /// <summary>Whether its operator lets clients in.</summary>
    public bool IsClosed { get; set; }

    public override string ToString() => name;
}
