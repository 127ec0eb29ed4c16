using CollectiveImpact.Exchange.Backups;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Joining;
using CollectiveImpact.Exchange.Keys;
using CollectiveImpact.Exchange.Links;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.Exchange.Log.Stores;
using CollectiveImpact.Exchange.Operator;
using CollectiveImpact.Exchange.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CollectiveImpact.Exchange;

/// <summary>What the exchange is made of.</summary>
public static class Extensions
{
    /// <summary>
    /// Adds the node's key, its log and its links. The caller registers an <see cref="IDocumentRules"/>, a
    /// <see cref="NodeDescription"/>, and a <see cref="Schema"/> for each set of tables it keeps beside the log.
    /// </summary>
    public static IServiceCollection AddExchange(this IServiceCollection services)
    {
        services.AddOptions<ExchangeOptions>().BindConfiguration("Nest")
            .Validate(options => options.Name.Length <= 200, "Nest:Name is longer than 200 characters")
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<RandomIds>();
        services.TryAddSingleton(Random.Shared);
        services.AddSingleton(provider => NodeKey.Open(KeyFile(provider)));
        services.AddSingleton(OpenStore);
        services.AddSingleton(provider => new DocumentLog(
            provider.GetRequiredService<ILogStore>(), provider.GetServices<Schema>(), provider.GetRequiredService<IDocumentRules>(),
            provider.GetRequiredService<NodeKey>(), provider.GetRequiredService<RandomIds>(), new PendingRestore(Folder(provider)), provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<DocumentLog>>())
        { Telemetry = provider.GetRequiredService<ExchangeTelemetry>() });
        services.AddExchangeTelemetry();
        services.AddSingleton(OperatorSchema.Steps);
        services.AddSingleton<LinkTokens>();
        services.AddSingleton<RefusedCalls>();
        services.AddSingleton<LinkBoard>();
        services.AddSingleton<LinkEnd>();
        services.AddSingleton<ParentDial>(_ => address => new GrpcParentCalls(address));
        services.AddSingleton<ChildLinks>();
        services.AddSingleton<Invitations>();
        services.AddSingleton<Redemption>();
        services.AddSingleton<Peers>();
        services.AddSingleton<KeyRotation>();
        services.AddSingleton<OperatorFile>();
        services.AddSingleton<OperatorAccess>();
        services.AddGrpc().AddServiceOptions<OperatorService>(service => service.Interceptors.Add<OperatorAccess>());
        services.AddHostedService(provider => provider.GetRequiredService<OperatorFile>());
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<BackupWriter>(
            provider, (IReadOnlyList<Schema>)[Schema.Log, .. provider.GetServices<Schema>()]));
        services.AddHostedService<LogStarter>();
        services.AddHostedService<RefusedCallStore>();
        services.AddSingleton<LinkDialer>();
        services.AddHostedService(provider => provider.GetRequiredService<LinkDialer>());
        return services;
    }

    /// <summary>Serves the node's operator.</summary>
    public static IEndpointRouteBuilder MapOperator(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGrpcService<OperatorService>();
        return endpoints;
    }

    /// <summary>Takes links from children, and nodes that were invited.</summary>
    public static IEndpointRouteBuilder MapExchange(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGrpcService<LinkService>();
        return endpoints;
    }

    private static ILogStore OpenStore(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<ExchangeOptions>>().Value;
        return options.Store.Length > 0 ? new PostgresStore(options.Store) : new SqliteStore(Path.Combine(Folder(provider), "node.db"));
    }

    private static string KeyFile(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<ExchangeOptions>>().Value;
        return options.Key.Length > 0 ? Path.GetFullPath(options.Key) : Path.Combine(Folder(provider), "node.key");
    }

    private static string Folder(IServiceProvider provider)
    {
        var folder = Path.GetFullPath(provider.GetRequiredService<IOptions<ExchangeOptions>>().Value.Data);
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return folder;
    }
}
