using System.Net;
using System.Net.Sockets;
using System.Text;
using CollectiveImpact.Gateway.Tests.Nodes;
using CollectiveImpact.V1;

namespace CollectiveImpact.Gateway.Tests.OnePort;

public sealed class One_port_speaks_two_protocols : IAsyncLifetime
{
    private static readonly byte[] Preface = Encoding.ASCII.GetBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    private static readonly byte[] EmptySettings = [0, 0, 0, 4, 0, 0, 0, 0, 0];

    private TestNode node = null!;
    private RunningGateway gateway = null!;

    public async Task InitializeAsync()
    {
        node = await TestNode.StartAsync("n", Level.National);
        node.State.Tell(Maps.Own(Maps.Canada, "n"));
        gateway = await RunningGateway.StartAndHearAsync(node);
    }

    public async Task DisposeAsync()
    {
        await gateway.DisposeAsync();
        await node.DisposeAsync();
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task A_client_is_answered_in_the_protocol_it_speaks(string version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nowhere")
        {
            Version = Version.Parse(version),
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        using var response = await gateway.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(version, response.Version.ToString());
    }

    [Fact]
    public async Task A_preface_in_pieces_is_recognised()
    {
        using var client = await ConnectAsync();
        foreach (var octet in Preface)
            await client.GetStream().WriteAsync(new[] { octet });
        await client.GetStream().WriteAsync(EmptySettings);
        Assert.Equal(4, await FirstFrameTypeAsync(client)); // SETTINGS
    }

    [Fact]
    public async Task A_request_that_begins_like_the_preface_is_answered_by_http_1()
    {
        using var client = await ConnectAsync();
        await client.GetStream().WriteAsync("PR"u8.ToArray());
        await client.GetStream().WriteAsync("OPFIND /nowhere HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray());
        Assert.StartsWith("HTTP/1.1 ", await FirstLineAsync(client));
    }

    [Fact]
    public async Task Silent_clients_keep_nobody_waiting_and_may_speak_later()
    {
        var silent = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => ConnectAsync()));
        try
        {
            await gateway.Nest.GetInitiativeAsync(new() { Initiative = Maps.Canada });
            using var response = await gateway.Http.GetAsync("/nowhere");
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);

            await silent[^1].GetStream().WriteAsync("GET /nowhere HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray());
            Assert.StartsWith("HTTP/1.1 404", await FirstLineAsync(silent[^1]));
        }
        finally
        {
            foreach (var client in silent)
                client.Dispose();
        }
    }

    [Fact]
    public async Task A_client_that_leaves_without_a_word_does_no_harm()
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            using var client = await ConnectAsync();
            client.LingerState = new LingerOption(enable: true, seconds: 0); // leaves by a reset
        }
        await gateway.Nest.GetInitiativeAsync(new() { Initiative = Maps.Canada });
    }

    [Fact]
    public async Task A_stop_waits_for_no_silent_client()
    {
        using var silent = await ConnectAsync();
        await gateway.Nest.GetInitiativeAsync(new() { Initiative = Maps.Canada });
        await gateway.StopAsync().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(0, await ReadOrCutAsync(silent));
    }

    private async Task<TcpClient> ConnectAsync()
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, gateway.Address.Port);
        return client;
    }

    private static async Task<int> FirstFrameTypeAsync(TcpClient client)
    {
        var header = new byte[9];
        await client.GetStream().ReadExactlyAsync(header);
        return header[3];
    }

    private static async Task<string> FirstLineAsync(TcpClient client)
    {
        using var reader = new StreamReader(client.GetStream(), leaveOpen: true);
        return await reader.ReadLineAsync() ?? "";
    }

    private static async Task<int> ReadOrCutAsync(TcpClient client)
    {
        try
        {
            return await client.GetStream().ReadAsync(new byte[1]);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
