using CollectiveImpact.Exchange.Log.Stores;
using CollectiveImpact.Simulation.Nodes;
using CollectiveImpact.Simulation.Running;
using CollectiveImpact.V1;

namespace CollectiveImpact.Simulation.Broken;

/// <summary>The product as it is; a subclass breaks one rule of it, from outside, to show that the simulator notices.</summary>
internal class BrokenRule
{
    /// <summary>A node's store.</summary>
    public virtual Func<ILogStore, ILogStore> Store(World world, SimulatedNode node) => store => store;

    /// <summary>A frame as a node hears it.</summary>
    public virtual LinkFrame Hear(NodeProcess at, LinkFrame frame) => frame;

    /// <summary>Called after every step.</summary>
    public virtual void Look(World world)
    {
    }

    /// <summary>What is done to a node that has taken up a backup.</summary>
    public virtual void Restored(World world, SimulatedNode node)
    {
    }
}
