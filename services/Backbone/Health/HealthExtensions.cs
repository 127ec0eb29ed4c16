using Microsoft.Extensions.DependencyInjection;

namespace CollectiveImpact.Backbone.Health;

/// <summary>What a service looks at when it is asked how it is.</summary>
internal static class HealthExtensions
{
    // A disk that hangs must not keep a probe waiting, which would ask again and again.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void AddHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<LogHealthCheck>(LogHealthCheck.Name, timeout: Patience);
}
