using System.Collections.Immutable;

namespace CollectiveImpact.Gateway.Nodes;

/// <summary>The gateway's nodes, in the order of the configuration.</summary>
internal sealed class NodeChannels(IEnumerable<Uri> addresses) : IDisposable
{
    public ImmutableArray<NodeChannel> All { get; } = [.. addresses.Select(address => new NodeChannel(address))];

    public NodeChannel this[Uri address] => All.First(node => node.Address == address);

    public void Dispose()
    {
        foreach (var node in All)
            node.Dispose();
    }
}
