using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Keys;
using CollectiveImpact.Exchange.Links;
using CollectiveImpact.Exchange.Log;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
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
            .Validate(
                options => options.Parents.All(parent => Uri.TryCreate(parent, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"),
                "Nest:Parents holds something that is no http or https address")
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => NodeKey.Open(Folder(provider)));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<DocumentLog>(
            provider, Folder(provider), provider.GetServices<Schema>()));
        services.AddSingleton<LinkBoard>();
        services.AddHostedService<LogStarter>();
        services.AddHostedService<LinkDialer>();
        return services;
    }

    /// <summary>Takes links from children.</summary>
    public static IEndpointRouteBuilder MapExchange(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGrpcService<LinkService>();
        return endpoints;
    }

    private static string Folder(IServiceProvider provider)
    {
        var folder = Path.GetFullPath(provider.GetRequiredService<IOptions<ExchangeOptions>>().Value.Data);
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return folder;
    }
}
