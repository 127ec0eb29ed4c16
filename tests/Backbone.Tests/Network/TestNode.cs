using CollectiveImpact.Exchange;
using CollectiveImpact.Exchange.Log;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CollectiveImpact.Backbone.Tests.Network;

/// <summary>One service of a level, as its Program makes it, in this process on a real socket.</summary>
internal sealed class TestNode : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly GrpcChannel _channel;

    private TestNode(WebApplication application)
    {
        _application = application;
        Address = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        _channel = GrpcChannel.ForAddress(Address);
        (Nest, Charter, Measurement) = (new(_channel), new(_channel), new(_channel));
    }

    public string Address { get; }

    public V1.Nest.NestClient Nest { get; }

    public V1.Charter.CharterClient Charter { get; }

    public SharedMeasurement.SharedMeasurementClient Measurement { get; }

    public DocumentLog Log => _application.Services.GetRequiredService<DocumentLog>();

    public static async Task<TestNode> StartAsync(string folder, Level level, int port, TimeProvider clock, params string[] parents)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
            [new("Nest:Data", folder), new("Nest:Name", $"{level}"), .. parents.Select((parent, i) => new KeyValuePair<string, string?>($"Nest:Parents:{i}", parent))]);
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddSingleton(clock);
        builder.AddBackbone(level);
        var application = builder.Build();
        application.MapBackbone();
        if (level != Level.Local) application.MapExchange();
        await application.StartAsync();
        return new TestNode(application);
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _application.StopAsync();
        await _application.DisposeAsync();
    }
}
