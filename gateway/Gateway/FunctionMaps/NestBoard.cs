using CollectiveImpact.Gateway.Nodes;

namespace CollectiveImpact.Gateway.FunctionMaps;

/// <summary>Where the watches write what they hear, and routing reads it. A change is one swap.</summary>
internal sealed class NestBoard(NodeChannels nodes, TimeProvider time)
{
    private readonly Lock writing = new();
    private volatile Edition latest = new(new([.. nodes.All.Select(node => new NodeView(node.Address))]));

    public KnownNest Current => latest.Nest;

    public void Update(int node, Func<NodeView, NodeView> change)
    {
        Edition former;
        lock (writing)
        {
            former = latest;
            latest = new(former.Nest.With(node, change(former.Nest.Nodes[node])));
        }
        former.Superseded.SetResult();
    }

    /// <summary>Waits until what is known meets the condition. False when it does not in that time.</summary>
    public async ValueTask<bool> WaitAsync(
        Func<KnownNest, bool> condition, TimeSpan atMost, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            var edition = latest;
            if (condition(edition.Nest))
                return true;
            var left = atMost - time.GetElapsedTime(began);
            if (left <= TimeSpan.Zero)
                return false;
            try
            {
                await edition.Superseded.Task.WaitAsync(left, time, cancellationToken);
            }
            catch (TimeoutException)
            {
                return condition(latest.Nest);
            }
        }
    }

    private sealed record Edition(KnownNest Nest)
    {
        public TaskCompletionSource Superseded { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
