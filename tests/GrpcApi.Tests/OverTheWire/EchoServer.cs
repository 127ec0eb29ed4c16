using System.Net;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CollectiveImpact.GrpcApi.Tests.OverTheWire;

/// <summary>A real server on a loopback port, and a real channel to it.</summary>
public sealed class EchoServer : IAsyncLifetime
{
    /// <summary>Milliseconds after which a call that neither ends nor fails is a failure of the test.</summary>
    public const int Patience = 30_000;

    private WebApplication? app;
    private GrpcChannel? channel;

    internal HeaderRecorder Wire { get; } = new();

    internal Sightings Sightings { get; } = new();

    internal GrpcChannel Channel => channel!;

    internal string Address => app!.Urls.Single();

    async Task IAsyncLifetime.InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(
            IPAddress.Loopback, port: 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton(Sightings);
        builder.Services.AddGrpc(grpc =>
        {
            grpc.ResponseCompressionAlgorithm = "gzip";
            grpc.Interceptors.Add<EarInterceptor>();
        });
        app = builder.Build();
        app.MapGrpcService<EchoService>();
        await app.StartAsync();
        Wire.InnerHandler = new SocketsHttpHandler();
        channel = GrpcChannel.ForAddress(Address, new GrpcChannelOptions { HttpHandler = Wire });
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await Channel.ShutdownAsync();
        Channel.Dispose();
        await app!.DisposeAsync();
    }
}
