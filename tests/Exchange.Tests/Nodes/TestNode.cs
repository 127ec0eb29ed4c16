using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Links;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CollectiveImpact.Exchange.Tests.Nodes;

/// <summary>A real node with test rules, on a real socket, that takes links or dials a parent.</summary>
internal sealed class TestNode : IAsyncDisposable
{
    private readonly WebApplication _application;

    private TestNode(WebApplication application, TestRules rules)
    {
        (_application, Rules) = (application, rules);
        Address = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Channel = GrpcChannel.ForAddress(Address);
    }

    public string Address { get; }

    public TestRules Rules { get; }

    public GrpcChannel Channel { get; }

    public DocumentLog Log => _application.Services.GetRequiredService<DocumentLog>();

    public LinkBoard Links => _application.Services.GetRequiredService<LinkBoard>();

    public static async Task<TestNode> StartAsync(TestFolder folder, Level level, int port = 0, params string[] parents)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http2));
        var rules = new TestRules();
        builder.Services.AddGrpc();
        builder.Services.AddExchange();
        builder.Services.AddSingleton<IDocumentRules>(rules);
        builder.Services.AddSingleton(new NodeDescription(level, $"{level}"));
        builder.Services.Configure<ExchangeOptions>(options =>
        {
            options.Data = folder.Path;
            foreach (var parent in parents) options.Parents.Add(parent);
        });
        var application = builder.Build();
        application.MapExchange();
        await application.StartAsync();
        return new TestNode(application, rules);
    }

    /// <summary>Waits until a condition holds; looks again whenever something was committed, and now and then.</summary>
    public async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!condition()) await look.WaitForNextTickAsync(patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await _application.StopAsync();
        await _application.DisposeAsync();
    }
}
