using CollectiveImpact.Gateway.Tests.Nodes;
using CollectiveImpact.Hosting.Tests.Telemetry;
using CollectiveImpact.V1;

namespace CollectiveImpact.Gateway.Tests.Telemetry;

public sealed class Exporting
{
    [Fact]
    public async Task A_gateway_exports_how_it_answers_and_how_its_nodes_do()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var node = await TestNode.StartAsync("n", Level.National);
        node.State.Tell(Maps.Own(Maps.Canada, "n"));
        await using var gateway = GatewayApplication.Create(
        [
            .. RunningGateway.Arguments("http://127.0.0.1:0", node),
            .. receiver.Settings.Select(setting => $"--{setting.Key}={setting.Value}"),
        ]);
        await gateway.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(gateway.Urls.First()) };
        using var answer = await http.GetAsync("/healthz/live");
        using var page = await http.GetAsync("/nowhere");
        // A call by GET carries its message in the address.
        using var call = await http.GetAsync($"/{V1.Nest.Descriptor.FullName}/GetInitiative?encoding=json&message=%7B%22initiative%22%3A%22mary-smith%22%7D");
        await gateway.StopAsync();

        Assert.Contains("http.server.request.duration", receiver.Metrics);
        Assert.Contains("kestrel.connection.duration", receiver.Metrics);
        Assert.Contains("http.client.open_connections", receiver.Metrics);
        Assert.NotEmpty(receiver.Spans);
        Assert.False(receiver.Tells("mary-smith"));
        Assert.Contains("service.name=collectiveimpact-gateway", receiver.Resource);
    }
}
