using CollectiveImpact.Gateway.FunctionMaps;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CollectiveImpact.Gateway.Health;

/// <summary>The gateway can do its work when it hears at least one node.</summary>
internal sealed class NodesHealthCheck(NestBoard board) : IHealthCheck
{
    public const string Name = "nodes";

    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var nodes = board.Current.Nodes;
        var heard = nodes.Count(node => node.IsUp);
        var description = $"{heard} of {nodes.Length} answer";
        return Task.FromResult(
            heard > 0 ? HealthCheckResult.Healthy(description) : HealthCheckResult.Unhealthy(description));
    }
}
