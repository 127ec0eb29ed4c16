using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Routing;

namespace CollectiveImpact.Hosting.Health;

/// <summary>Where a probe asks how a process is.</summary>
public static class HealthEndpoints
{
    /// <summary>The process answers.</summary>
    public const string Live = "/healthz/live";

    /// <summary>The process can do its work: every check that it has says so.</summary>
    public const string Ready = "/healthz/ready";

    /// <summary>
    /// Serves both addresses to whoever asks: 200, or 503 where a check fails, and JSON that names each check and its
    /// state. The application adds the checks, and each describes itself in words that anybody may read.
    /// </summary>
    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks(Live, new HealthCheckOptions { Predicate = _ => false, ResponseWriter = HealthAnswer.WriteAsync })
            .DisableHttpMetrics();
        endpoints.MapHealthChecks(Ready, new HealthCheckOptions { ResponseWriter = HealthAnswer.WriteAsync }).DisableHttpMetrics();
        return endpoints;
    }
}
