using CollectiveImpact.Gateway.Tests.Nodes;
using CollectiveImpact.V1;

namespace CollectiveImpact.Gateway.Tests.PassThrough;

/// <summary>A gateway in front of one node, which hosts Canada.</summary>
public abstract class OneNode : IAsyncLifetime
{
    private protected TestNode Node { get; private set; } = null!;

    private protected RunningGateway Gateway { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Node = await TestNode.StartAsync("n", Level.National);
        Node.State.Tell(Maps.Own(Maps.Canada, "n"));
        Gateway = await RunningGateway.StartAndHearAsync(Node);
    }

    public async Task DisposeAsync()
    {
        await Gateway.DisposeAsync();
        await Node.DisposeAsync();
    }
}
