using CollectiveImpact.Backbone;
using CollectiveImpact.Exchange;
using CollectiveImpact.Gateway;
using CollectiveImpact.NestLoading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace CollectiveImpact.Cli.Tests.Folders;

/// <summary>Three real services, linked as a nest, and the gateway before them; all in this process on real sockets.</summary>
internal sealed class RealNest : IAsyncDisposable
{
    private readonly TestFolder data = new();
    private readonly List<WebApplication> applications = [];

    public string Gateway { get; private set; } = "";

    public string National { get; private set; } = "";

    public string Local { get; private set; } = "";

    /// <summary>The nest as everybody calls it.</summary>
    public NestConnection Calls { get; private set; } = null!;

    public static async Task<RealNest> StartAsync()
    {
        var nest = new RealNest();
        nest.National = await nest.StartAsync(Level.National, parent: "");
        var provincial = await nest.StartAsync(Level.Provincial, nest.National);
        nest.Local = await nest.StartAsync(Level.Local, provincial);
        string[] nodes = [nest.National, provincial, nest.Local];
        nest.Gateway = await nest.StartAsync(GatewayApplication.Create(
        [
            "--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=None", "--Logging:LogLevel:Microsoft.AspNetCore=None",
            .. nodes.Select((node, i) => $"--Gateway:Nodes:{i}={node}"),
        ]));
        nest.Calls = new(nest.Gateway);
        return nest;
    }

    public async ValueTask DisposeAsync()
    {
        Calls.Dispose();
        foreach (var application in Enumerable.Reverse(applications))
            await application.DisposeAsync();
        data.Dispose();
    }

    private async Task<string> StartAsync(Level level, string parent)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
        [
            new("Nest:Data", data.In($"{level}")), new("Nest:Name", $"{level}"),
            .. parent.Length > 0 ? (KeyValuePair<string, string?>[])[new("Nest:Parents:0", parent)] : [],
        ]);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddBackbone(level);
        var application = builder.Build();
        application.MapBackbone();
        if (level != Level.Local)
            application.MapExchange();
        var address = await StartAsync(application);
        await JoinAsync(level, parent);
        return address;
    }

    // A node that writes its operator a file is linked as an operator links it.
    private async Task JoinAsync(Level level, string parent)
    {
        if (parent.Length == 0 || !File.Exists(Path.Combine(data.In($"{level}"), "operator.json")))
            return;
        var invited = (await new Nest().RunAsync(
            "invite", "--level", $"{level}".ToLowerInvariant(), "--initiative", "*", "--data", data.In($"{level + 1}"))).Ends(0);
        (await new Nest { Input = invited.Out }.RunAsync("join", "-", "--data", data.In($"{level}"))).Ends(0);
    }

    private async Task<string> StartAsync(WebApplication application)
    {
        applications.Add(application);
        await application.StartAsync();
        return application.Urls.First();
    }
}
