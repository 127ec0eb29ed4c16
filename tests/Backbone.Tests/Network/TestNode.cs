using System.Text.Json;
using CollectiveImpact.Exchange;
using CollectiveImpact.Exchange.Log;
using Grpc.Core;
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

    private readonly string _folder;
    private readonly Level _level;

    private TestNode(WebApplication application, string folder, Level level)
    {
        (_application, _folder, _level) = (application, folder, level);
        Address = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        _channel = GrpcChannel.ForAddress(Address);
        (Nest, Charter, Measurement, Operator) = (new(_channel), new(_channel), new(_channel), new(_channel));
        Partners = new(_channel);
        Proposals = new(_channel);
        Agenda = new(_channel);
        Communication = new(_channel);
        Health = new(_channel);
        Activities = new(_channel);
        Resources = new(_channel);
        Policy = new(_channel);
        Learning = new(_channel);
        Flight = new(_channel);
        History = new(_channel);
        Will = new(_channel);
        Support = new(_channel);
    }

    public string Address { get; }

    public V1.Nest.NestClient Nest { get; }

    public V1.Charter.CharterClient Charter { get; }

    public SharedMeasurement.SharedMeasurementClient Measurement { get; }

    public V1.Operator.OperatorClient Operator { get; }

    public V1.Partners.PartnersClient Partners { get; }

    public V1.Activities.ActivitiesClient Activities { get; }

    public V1.Resources.ResourcesClient Resources { get; }

    public V1.Policy.PolicyClient Policy { get; }

    public V1.Learning.LearningClient Learning { get; }

    public V1.Flight.FlightClient Flight { get; }

    public V1.History.HistoryClient History { get; }

    public V1.PublicWill.PublicWillClient Will { get; }

    public BackboneSupport.BackboneSupportClient Support { get; }

    public V1.Proposals.ProposalsClient Proposals { get; }

    public CommonAgenda.CommonAgendaClient Agenda { get; }

    public V1.Communication.CommunicationClient Communication { get; }

    public ExchangeHealth.ExchangeHealthClient Health { get; }

    public DocumentLog Log => _application.Services.GetRequiredService<DocumentLog>();

    public IServiceProvider Services => _application.Services;

    public static async Task<TestNode> StartAsync(string folder, Level level, int port, TimeProvider clock, params TestNode[] parents)
    {
        var node = await StartAsync(folder, level, [], port, clock);
        foreach (var parent in parents) await node.JoinAsync(parent);
        return node;
    }

    /// <summary>One with more settings than its folder and its level, or with other services than its own.</summary>
    public static async Task<TestNode> StartAsync(
        string folder, Level level, KeyValuePair<string, string?>[] settings, int port = 0, TimeProvider? clock = null,
        ILoggerProvider? logs = null, Action<IServiceCollection>? services = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        if (logs is not null) builder.Logging.AddProvider(logs);
        builder.Configuration.AddInMemoryCollection(
            [new("Nest:Data", folder), new("Nest:Name", $"{level}"), .. settings]);
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.AddBackbone(level);
        services?.Invoke(builder.Services);
        var application = builder.Build();
        application.MapBackbone();
        if (level != Level.Local) application.MapExchange();
        await application.StartAsync();
        return new TestNode(application, folder, level);
    }

    /// <summary>Joins a parent by an invitation of it, as two operators do.</summary>
    public async Task<JoinParentResponse> JoinAsync(TestNode parent, params string[] initiatives)
    {
        var invited = await parent.Operator.InviteAsync(
            new InviteRequest { Level = _level, Initiatives = { initiatives.Length > 0 ? initiatives : ["*"] } }, parent.Token());
        return await Operator.JoinParentAsync(new JoinParentRequest { Invitation = invited.Text }, Token());
    }

    /// <summary>What an operator shows, from the file in the node's data folder.</summary>
    public Metadata Token()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder, "operator.json")));
        return new Metadata { { "authorization", $"Bearer {file.RootElement.GetProperty("token").GetString()}" } };
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _application.StopAsync();
        await _application.DisposeAsync();
    }
}
