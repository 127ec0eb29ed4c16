using System.CommandLine;
using System.Net;
using CollectiveImpact.V1;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CollectiveImpact.Benchmarks.CatchUp;

/// <summary>A server of its own that takes the exchange's frames and does nothing but read and acknowledge them.</summary>
internal static class BareStream
{
    public const string Name = "serve-stream";

    public static Command Command()
    {
        var port = new Argument<int>("PORT");
        var command = new Command(Name, "The other end of the bare stream of `catchup`.") { port };
        command.Hidden = true;
        command.SetAction((parsed, cancellationToken) => ServeAsync(parsed.GetValue(port), cancellationToken));
        return command;
    }

    private static async Task ServeAsync(int port, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, endpoint => endpoint.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        await using var application = builder.Build();
        application.MapGrpcService<Sink>();
        await application.StartAsync(cancellationToken);
        await application.WaitForShutdownAsync(cancellationToken);
    }

    private sealed class Sink : V1.Exchange.ExchangeBase
    {
        public override async Task Link(
            IAsyncStreamReader<LinkFrame> requestStream, IServerStreamWriter<LinkFrame> responseStream, ServerCallContext context)
        {
            while (await requestStream.MoveNext(context.CancellationToken))
                await responseStream.WriteAsync(new LinkFrame { Ack = new Ack { Through = requestStream.Current.Batch.Through } });
        }
    }
}
