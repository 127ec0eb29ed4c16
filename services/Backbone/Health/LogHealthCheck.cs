using System.Data.Common;
using CollectiveImpact.Exchange.Log;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CollectiveImpact.Backbone.Health;

/// <summary>A node can do its work when its log is open and takes writes.</summary>
internal sealed class LogHealthCheck(DocumentLog log) : IHealthCheck
{
    public const string Name = "log";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (log.Condition == LogCondition.Failing) await TryAgain(cancellationToken);
        return log.Condition switch
        {
            LogCondition.Writable => HealthCheckResult.Healthy("open and writable"),
            LogCondition.StandingBy => HealthCheckResult.Unhealthy(log.StandsBy ?? "it was lost, and is open again"),
            _ => HealthCheckResult.Unhealthy("what was last written to it could not be stored"),
        };
    }

    /// <summary>While the node is not ready nobody may write to it, so that the check itself has to find out.</summary>
    private async Task TryAgain(CancellationToken cancellationToken)
    {
        try
        {
            await log.TryAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is DbException or LogElsewhereException)
        {
            // The answer: the log's condition says so.
        }
    }
}
