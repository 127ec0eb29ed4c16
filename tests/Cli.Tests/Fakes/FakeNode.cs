using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CollectiveImpact.Cli.Tests.Fakes;

/// <summary>A node that answers its operator as the contract says, on a real socket, with a data folder of its own.</summary>
internal sealed class FakeNode : IAsyncDisposable
{
    public const string Token = "token-of-the-test";

    private readonly WebApplication application;

    private FakeNode(WebApplication application, FakeOperator @operator) => (this.application, Operator) = (application, @operator);

    public FakeOperator Operator { get; }

    public TestFolder Data { get; } = new();

    public required string Address { get; init; }

    public static async Task<FakeNode> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        var @operator = new FakeOperator();
        builder.Services.AddSingleton(@operator);
        builder.Services.AddSingleton<FakeRegistry>();
        builder.Services.AddSingleton<FakeCharter>();
        var application = builder.Build();
        application.MapGrpcService<FakeOperator>();
        application.MapGrpcService<FakeRegistry>();
        application.MapGrpcService<FakeCharter>();
        await application.StartAsync();
        var node = new FakeNode(application, @operator) { Address = application.Urls.First() };
        node.Data.Write("operator.json", $$"""{"address": "{{node.Address}}", "token": "{{Token}}"}""");
        return node;
    }

    /// <summary>Runs a command at this node, by its data folder.</summary>
    public Task<Outcome> RunAsync(params string[] args) => new Nest().RunAsync([.. args, "--data", Data.Path]);

    public Task StopAsync() => application.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await application.DisposeAsync();
        Data.Dispose();
    }

    /// <summary>What the contract's calls end with when they are refused.</summary>
    public static RpcException Fault(StatusCode code, string field, string message) => new(
        new(code, message), new Metadata { { "collectiveimpact-fault-bin", new Fault { Field = field, Message = message }.ToByteArray() } });
}
