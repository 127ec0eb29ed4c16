using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CollectiveImpact.Console.Tests.Fakes;

/// <summary>The console on a real server, before a fake node on another: as it stands in the gateway.</summary>
internal sealed class OpenConsole : IAsyncDisposable
{
    private readonly FakeNode _node;
    private readonly GrpcChannel _channel;
    private readonly WebApplication _application;

    private OpenConsole(FakeNode node, GrpcChannel channel, WebApplication application)
    {
        _node = node;
        _channel = channel;
        _application = application;
        Address = new Uri(
            application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Browser = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Browser { get; }

    public static async Task<OpenConsole> Over(FakeNest nest, string url = "http://127.0.0.1:0", TimeProvider? time = null)
    {
        var node = await FakeNode.Start(nest);
        var channel = GrpcChannel.ForAddress(node.Address);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        builder.Services.AddSingleton<CallInvoker>(channel.CreateCallInvoker());
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddConsole();
        var application = builder.Build();
        application.UseConsole();
        application.MapConsole();
        await application.StartAsync();
        return new(node, channel, application);
    }

    /// <summary>Opens an address of the console, and returns what a reader gets.</summary>
    public async Task<Opened> Open(string address, string? acceptLanguage = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (acceptLanguage is not null)
            request.Headers.TryAddWithoutValidation("Accept-Language", acceptLanguage);
        using var response = await Browser.SendAsync(request);
        return new(response.StatusCode, response.Headers.ToString() + response.Content.Headers, await response.Content.ReadAsStringAsync());
    }

    /// <summary>The node is gone, as after a crash.</summary>
    public ValueTask StopNode() => _node.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await _application.DisposeAsync();
        _channel.Dispose();
        await _node.DisposeAsync();
    }
}
