using CollectiveImpact.Hosting.Callers;
using CollectiveImpact.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CollectiveImpact.Gateway.Tests.Nodes;

/// <summary>A node as far as the gateway sees one: a gRPC server on a port of its own, with canned answers.</summary>
internal sealed class TestNode : IAsyncDisposable
{
    private WebApplication? server;
    private int port;

    private TestNode(string id, Level level) => State = new NodeState(id, level);

    public NodeState State { get; }

    public string Address => $"http://127.0.0.1:{port}";

    public static async Task<TestNode> StartAsync(string id, Level level)
    {
        var node = new TestNode(id, level);
        await node.StartAsync();
        return node;
    }

    /// <summary>Starts, or starts again on the same port.</summary>
    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(
            System.Net.IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = null);
        builder.Services.AddSingleton(State);
        server = builder.Build();
        server.Use(async (context, next) =>
        {
            if (!context.Request.Path.Value!.EndsWith("/WatchFunctionMap", StringComparison.Ordinal))
            {
                State.Calls.Enqueue(context.Request.Path);
                State.Words.Enqueue(context.Request.Headers[CallerTokens.Header].ToString());
            }
            // So that a test sees who answered.
            context.Response.Headers["answered-by"] = State.Id;
            await next();
        });
        server.MapGrpcService<CharterService>();
        server.MapGrpcService<NestService>();
        server.MapGrpcService<MeasurementService>();
        server.MapGrpcService<CommunicationService>();
        server.MapGrpcService<PartnersService>();
        server.MapGrpcService<LearningService>();
        server.MapGrpcService<PolicyService>();
        server.MapGrpcService<PublicWillService>();
        server.MapGrpcService<ResourcesService>();
        server.MapGrpcService<ActivitiesService>();
        await server.StartAsync();
        port = new Uri(server.Urls.Single()).Port;
    }

    /// <summary>Goes down at once, as a process that is killed does.</summary>
    public async Task KillAsync()
    {
        if (server is null)
            return;
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await server.StopAsync(now.Token);
        await server.DisposeAsync();
        server = null;
    }

    public async ValueTask DisposeAsync() => await KillAsync();
}
