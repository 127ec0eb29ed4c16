using System.Net;
using System.Net.Sockets;
using CollectiveImpact.Gateway.Tests.Nodes;
using CollectiveImpact.V1;
using Grpc.Net.Client;

namespace CollectiveImpact.Gateway.Tests.OnePort;

public sealed class Listening
{
    [Theory]
    [InlineData("http://127.0.0.1:{0}")]
    [InlineData("http://localhost:{0}")]
    [InlineData("http://0.0.0.0:{0}")]
    [InlineData("http://[::]:{0}")]
    [InlineData("http://*:{0}")]
    public async Task Any_host_that_is_asked_for_is_listened_on_in_both_protocols(string url)
    {
        await using var node = await TestNode.StartAsync("n", Level.National);
        node.State.Tell(Maps.Own(Maps.Canada, "n"));
        var port = FreePort();
        await using var app = GatewayApplication.Create(RunningGateway.Arguments(string.Format(null, url, port), node));
        await app.StartAsync();

        var address = new Uri($"http://127.0.0.1:{port}");
        using var http = new HttpClient { BaseAddress = address };
        using var channel = GrpcChannel.ForAddress(address);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/nowhere")).StatusCode);
        var nest = new V1.Nest.NestClient(channel);
        Assert.Equal("n", (await nest.GetInitiativeAsync(new() { Initiative = Maps.Canada })).Node);
        await app.StopAsync();
    }

    [Fact]
    public async Task A_port_that_is_taken_is_a_plain_fault()
    {
        await using var node = await TestNode.StartAsync("n", Level.National);
        var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        try
        {
            var port = ((IPEndPoint)taken.LocalEndpoint).Port;
            await using var app = GatewayApplication.Create(RunningGateway.Arguments($"http://127.0.0.1:{port}", node));
            var fault = await Assert.ThrowsAsync<IOException>(() => app.StartAsync());
            Assert.Equal($"Failed to bind to address http://127.0.0.1:{port}: address already in use.", fault.Message);
        }
        finally
        {
            taken.Stop();
        }
    }

    private static int FreePort()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        return port;
    }
}
