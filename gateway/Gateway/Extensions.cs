using CollectiveImpact.Console;
using CollectiveImpact.Gateway.Calls;
using CollectiveImpact.Gateway.Connect;
using CollectiveImpact.Gateway.Contract;
using CollectiveImpact.Gateway.FunctionMaps;
using CollectiveImpact.Gateway.Nodes;
using CollectiveImpact.Gateway.OnePort;
using CollectiveImpact.Gateway.PassThrough;
using CollectiveImpact.Gateway.Routing;
using CollectiveImpact.V1;
using Grpc.Core;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CollectiveImpact.Gateway;

/// <summary>What the gateway is made of.</summary>
internal static class Extensions
{
    public static WebApplicationBuilder AddGateway(this WebApplicationBuilder builder)
    {
        var options = new GatewayOptions();
        builder.Configuration.GetSection(GatewayOptions.Section).Bind(options);
        var nodes = options.Addresses();

        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(ContractMethods.In(typeof(Charter).Assembly));
        services.AddSingleton(_ => new NodeChannels(nodes));
        services.AddSingleton<NestBoard>();
        services.AddHostedService<NestWatch>();
        services.AddSingleton<Router>();
        services.AddSingleton<MapVersion>();
        services.AddSingleton<CallInvoker, RoutedInvoker>();
        services.AddHttpForwarder();
        services.AddSingleton<GrpcPassThrough>();
        services.AddSingleton<ConnectCalls>();
        services.AddSingleton<NestEndpoints>();
        services.AddConsole();
        return builder.AddOnePort();
    }

    public static WebApplication MapGateway(this WebApplication app)
    {
        app.Services.GetRequiredService<NestEndpoints>().Map(app);
        app.MapConsole();
        return app;
    }

    /// <summary>The ports asked for, each of which speaks HTTP/1.1 and HTTP/2.</summary>
    private static WebApplicationBuilder AddOnePort(this WebApplicationBuilder builder)
    {
        var urls = ListenUrls.Take(builder.Configuration);
        builder.Services.AddSingleton<IConnectionListenerFactory, SharedPortTransport>();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Limits.Request;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            kestrel.Limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(30);
            kestrel.Limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(10);
            foreach (var url in urls)
                ListenUrls.Listen(kestrel, url);
        });
        return builder;
    }
}
