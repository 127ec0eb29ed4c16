using System.Net;
using CollectiveImpact.Hosting.OnePort;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CollectiveImpact.Hosting.Tests.OnePort;

/// <summary>An application that answers each request with the protocol it came by.</summary>
internal sealed class PlainServer : IAsyncDisposable
{
    public const string DefaultUrl = "http://127.0.0.1:0";

    private readonly WebApplication app;

    private PlainServer(WebApplication app)
    {
        this.app = app;
        Address = new Uri(app.Urls.First());
        Http = new HttpClient(new SocketsHttpHandler
        {
            SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true },
        })
        { BaseAddress = Address };
    }

    public Uri Address { get; }

    public IEnumerable<string> Urls => app.Urls;

    public HttpClient Http { get; }

    public static WebApplication Create(params string[] arguments)
    {
        var builder = WebApplication.CreateSlimBuilder(arguments);
        builder.Logging.ClearProviders();
        var app = builder.AddOnePort(DefaultUrl).Build();
        app.Run(context => context.Response.WriteAsync(context.Request.Protocol));
        return app;
    }

    public static async Task<PlainServer> StartAsync(params string[] arguments)
    {
        var app = Create(arguments);
        await app.StartAsync();
        return new PlainServer(app);
    }

    /// <summary>Asks in one version and no other; answers with the version that the server saw.</summary>
    public Task<string> AskAsync(string version) => AskAsync(Address, version);

    public async Task<string> AskAsync(Uri address, string version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address)
        {
            Version = Version.Parse(version),
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        using var response = await Http.SendAsync(request);
        Assert.Equal((HttpStatusCode.OK, version), (response.StatusCode, response.Version.ToString()));
        return await response.Content.ReadAsStringAsync();
    }

    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }
}
