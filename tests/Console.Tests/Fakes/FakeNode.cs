using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CollectiveImpact.Console.Tests.Fakes;

/// <summary>A node with a real server on loopback that answers from a <see cref="FakeNest"/>.</summary>
internal sealed class FakeNode(WebApplication application) : IAsyncDisposable
{
    public string Address =>
        application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public static async Task<FakeNode> Start(FakeNest nest)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(nest);
        var application = builder.Build();
        application.MapGrpcService<FakeNestService>();
        application.MapGrpcService<FakeCharterService>();
        application.MapGrpcService<FakeMeasurementService>();
        application.MapGrpcService<FakeAgendaService>();
        application.MapGrpcService<FakeActivitiesService>();
        application.MapGrpcService<FakeCommunicationService>();
        application.MapGrpcService<FakePartnersService>();
        application.MapGrpcService<FakeProposalsService>();
        application.MapGrpcService<FakeFlightService>();
        application.MapGrpcService<FakeLearningService>();
        application.MapGrpcService<FakePolicyService>();
        application.MapGrpcService<FakePublicWillService>();
        application.MapGrpcService<FakeResourcesService>();
        await application.StartAsync();
        return new(application);
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();
}
