using CollectiveImpact.Gateway.Callers;
using CollectiveImpact.Gateway.Nodes;

namespace CollectiveImpact.Gateway.FunctionMaps;

/// <summary>Hears every node for as long as the gateway runs.</summary>
internal sealed class NestWatch(NodeChannels nodes, NestBoard board, CallerHeader header, TimeProvider time, ILogger<NodeWatch> logger)
    : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        nodes.All.Select((node, index) => new NodeWatch(node, index, board, header, time, logger).RunAsync(stoppingToken)));
}
