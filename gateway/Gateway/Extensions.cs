using CollectiveImpact.Console;
using CollectiveImpact.Gateway.Callers;
using CollectiveImpact.Gateway.Calls;
using CollectiveImpact.Gateway.Connect;
using CollectiveImpact.Gateway.FunctionMaps;
using CollectiveImpact.Gateway.Health;
using CollectiveImpact.Gateway.Nodes;
using CollectiveImpact.Gateway.PassThrough;
using CollectiveImpact.Gateway.People;
using CollectiveImpact.Gateway.People.Providers;
using CollectiveImpact.Gateway.Routing;
using CollectiveImpact.Hosting.Callers;
using CollectiveImpact.Hosting.Contract;
using CollectiveImpact.Hosting.Health;
using CollectiveImpact.Hosting.OnePort;
using CollectiveImpact.Hosting.Telemetry;
using CollectiveImpact.V1;
using Grpc.Core;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CollectiveImpact.Gateway;

/// <summary>What the gateway is made of.</summary>
internal static class Extensions
{
    private const string DefaultUrl = "http://127.0.0.1:8080";

    public static WebApplicationBuilder AddGateway(this WebApplicationBuilder builder)
    {
        var options = new GatewayOptions();
        builder.Configuration.GetSection(GatewayOptions.Section).Bind(options);
        var nodes = options.Addresses();
        builder.Services.AddSingleton(options);

        builder.AddTelemetry(new Exported("collectiveimpact-gateway", null, [], []));
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(ContractMethods.In(typeof(Charter).Assembly));
        services.AddSingleton(_ => new NodeChannels(nodes));
        services.AddSingleton<NestBoard>();
        services.AddHostedService<NestWatch>();
        services.AddSingleton<RefusalLog>();
        services.AddSingleton<Router>();
        services.AddSingleton<MapVersion>();
        services.AddCallers(options);
        services.AddSingleton<CallInvoker, RoutedInvoker>();
        services.AddHttpForwarder();
        services.AddSingleton<GrpcPassThrough>();
        services.AddSingleton<ConnectCalls>();
        services.AddSingleton<NestEndpoints>();
        services.AddConsole();
        services.AddResponseCompression(Compress);
        services.AddHealthChecks().AddCheck<NodesHealthCheck>(NodesHealthCheck.Name);
        builder.WebHost.ConfigureKestrel(Limit);
        return builder.AddOnePort(DefaultUrl);
    }

    public static WebApplication MapGateway(this WebApplication app)
    {
        app.UseResponseCompression();
        app.UseConsole();
        app.UsePeople();
        app.Services.GetRequiredService<NestEndpoints>().Map(app);
        app.MapHealth();
        app.MapConsole();
        return app;
    }

    private static void AddCallers(this IServiceCollection services, GatewayOptions options)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<ICallers, Anybody>();
        var provider = IdentityProvider.Of(options);
        // Opened here: a key that can't be read is said before anything starts.
        var key = options.Data.Length == 0 ? null : GatewayKey.Open(options.Data);
        if (key is not null)
        {
            services.AddSingleton(provider => new CallerWords(key, provider.GetRequiredService<TimeProvider>()));
            services.AddPeople(options, GatewayKey.PublicOf(key), provider);
        }
        services.AddSingleton(provider => new CallerHeader(
            provider.GetService<CallerWords>(), provider.GetRequiredService<ICallers>(), provider.GetRequiredService<IHttpContextAccessor>()));
    }

    /// <summary>
    /// The pages, and what belongs to them: over a poor connection that is most of the wait. Calls are left as they are. What
    /// guards a form differs from answer to answer, so that how long a page is tells nothing of it.
    /// </summary>
    private static void Compress(ResponseCompressionOptions compression)
    {
        compression.EnableForHttps = true;
        compression.MimeTypes = ["text/html", "text/css", "text/javascript", "image/svg+xml"];
    }

    private static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = Limits.Request;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        kestrel.Limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(30);
        kestrel.Limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(10);
    }
}
