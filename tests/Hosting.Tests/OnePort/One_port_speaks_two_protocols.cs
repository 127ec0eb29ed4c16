using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CollectiveImpact.Hosting.Tests.OnePort;

public sealed class One_port_speaks_two_protocols : IAsyncLifetime
{
    private static readonly byte[] Preface = Encoding.ASCII.GetBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    private static readonly byte[] EmptySettings = [0, 0, 0, 4, 0, 0, 0, 0, 0];

    private PlainServer server = null!;

    public async Task InitializeAsync() => server = await PlainServer.StartAsync("--urls", "http://127.0.0.1:0");

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData("1.1", "HTTP/1.1")]
    [InlineData("2.0", "HTTP/2")]
    public async Task A_client_is_answered_in_the_protocol_it_speaks(string version, string protocol) =>
        Assert.Equal(protocol, await server.AskAsync(version));

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
        await client.GetStream().WriteAsync("OPFIND / HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray());
        Assert.StartsWith("HTTP/1.1 ", await FirstLineAsync(client));
    }

    [Fact]
    public async Task Silent_clients_keep_nobody_waiting_and_may_speak_later()
    {
        var silent = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => ConnectAsync()));
        try
        {
            Assert.Equal("HTTP/2", await server.AskAsync("2.0"));
            Assert.Equal("HTTP/1.1", await server.AskAsync("1.1"));

            await silent[^1].GetStream().WriteAsync("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray());
            Assert.StartsWith("HTTP/1.1 200", await FirstLineAsync(silent[^1]));
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
        Assert.Equal("HTTP/2", await server.AskAsync("2.0"));
    }

    [Fact]
    public async Task A_stop_waits_for_no_silent_client()
    {
        using var silent = await ConnectAsync();
        Assert.Equal("HTTP/2", await server.AskAsync("2.0"));
        await server.StopAsync().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(0, await ReadOrCutAsync(silent));
    }

    private async Task<TcpClient> ConnectAsync()
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Address.Port);
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
