using CollectiveImpact.Gateway.FunctionMaps;
using CollectiveImpact.V1;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CollectiveImpact.Gateway.Tests.Nodes;

/// <summary>The gateway itself, on a port of its own, in front of nodes of the tests.</summary>
internal sealed class RunningGateway : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly GrpcChannel channel;

    private RunningGateway(WebApplication app)
    {
        this.app = app;
        Address = new Uri(app.Urls.First());
        Http = new HttpClient { BaseAddress = Address };
        channel = GrpcChannel.ForAddress(Address, new GrpcChannelOptions { MaxReceiveMessageSize = null });
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public CallInvoker Calls => channel.CreateCallInvoker();

    public V1.Nest.NestClient Nest => new(Calls);

    public Charter.CharterClient Charter => new(Calls);

    public SharedMeasurement.SharedMeasurementClient Measurement => new(Calls);

    public IServiceProvider Services => app.Services;

    public static Task<RunningGateway> StartAsync(params TestNode[] nodes) => StartAsync([], nodes);

    /// <param name="settings">More of its arguments.</param>
    public static async Task<RunningGateway> StartAsync(string[] settings, params TestNode[] nodes)
    {
        var app = GatewayApplication.Create([.. Arguments("http://127.0.0.1:0", nodes), .. settings]);
        await GatewayApplication.StartAsync(app);
        return new RunningGateway(app);
    }

    /// <summary>Starts, and has heard all that the nodes tell.</summary>
    public static Task<RunningGateway> StartAndHearAsync(params TestNode[] nodes) => StartAndHearAsync([], nodes);

    public static async Task<RunningGateway> StartAndHearAsync(string[] settings, params TestNode[] nodes)
    {
        var gateway = await StartAsync(settings, nodes);
        await gateway.UntilAsync(nest => nest.Nodes.All(node => node.IsUp && !node.IsAwaited));
        return gateway;
    }

    public static string[] Arguments(string urls, params TestNode[] nodes) =>
    [
        "--urls", urls,
        .. nodes.Select((node, index) => $"--Gateway:Nodes:{index}={node.Address}"),
        "--Logging:LogLevel:Default=None",
        "--Logging:LogLevel:Microsoft.AspNetCore=None",
    ];

    public async Task UntilAsync(Func<KnownNest, bool> condition) =>
        Assert.True(await app.Services.GetRequiredService<NestBoard>()
            .WaitAsync(condition, TimeSpan.FromSeconds(20), CancellationToken.None));

    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        channel.Dispose();
        Http.Dispose();
        await app.DisposeAsync();
    }
}
