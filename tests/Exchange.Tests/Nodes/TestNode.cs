using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Joining;
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

    public IServiceProvider Services => _application.Services;

    public DocumentLog Log => _application.Services.GetRequiredService<DocumentLog>();

    public Invitations Invitations => _application.Services.GetRequiredService<Invitations>();

    public T Get<T>() where T : notnull => _application.Services.GetRequiredService<T>();

    public LinkBoard Links => _application.Services.GetRequiredService<LinkBoard>();

    public static async Task<TestNode> StartAsync(TestFolder folder, Level level, int port = 0, params TestNode[] parents)
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
            options.Name = $"{level}";
        });
        var application = builder.Build();
        application.MapExchange();
        application.MapOperator();
        await application.StartAsync();
        var node = new TestNode(application, rules);
        foreach (var parent in parents) await node.JoinAsync(parent);
        return node;
    }

    /// <summary>Joins a parent by an invitation of it.</summary>
    public async Task<JoinParentResponse> JoinAsync(TestNode parent, string? address = null)
    {
        var level = _application.Services.GetRequiredService<NodeDescription>().Level;
        var invitation = await parent.InviteAsync(level);
        return await Invitations.JoinAsync(InvitationText.Read(invitation)!, address ?? parent.Address, CancellationToken.None);
    }

    /// <summary>The text of an invitation for any initiative.</summary>
    public async Task<string> InviteAsync(Level level) =>
        (await Invitations.MakeAsync(level, HostingScope.Any, TimeSpan.FromHours(1), Address, "", CancellationToken.None)).Text;

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
