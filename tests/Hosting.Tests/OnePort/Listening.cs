using System.Net;
using System.Net.Sockets;

namespace CollectiveImpact.Hosting.Tests.OnePort;

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
        var port = FreePort();
        await using var server = await PlainServer.StartAsync("--urls", string.Format(null, url, port));
        var address = new Uri($"http://127.0.0.1:{port}");
        Assert.Equal("HTTP/1.1", await server.AskAsync(address, "1.1"));
        Assert.Equal("HTTP/2", await server.AskAsync(address, "2.0"));
    }

    [Fact]
    public async Task Where_nothing_is_asked_for_the_default_is_listened_on()
    {
        await using var server = await PlainServer.StartAsync();
        Assert.Equal(IPAddress.Loopback.ToString(), server.Address.Host);
        Assert.Equal("HTTP/1.1", await server.AskAsync("1.1"));
    }

    [Fact]
    public async Task The_ports_that_container_images_set_are_listened_on()
    {
        var port = FreePort();
        await using var server = await PlainServer.StartAsync($"--http_ports={port}");
        Assert.Equal("HTTP/2", await server.AskAsync(new Uri($"http://127.0.0.1:{port}"), "2.0"));
    }

    [Fact]
    public async Task Endpoints_of_Kestrels_own_section_stand_in_for_the_default()
    {
        await using var server = await PlainServer.StartAsync(
            "--Kestrel:Endpoints:Grpc:Url=http://127.0.0.1:0", "--Kestrel:Endpoints:Grpc:Protocols=Http2");
        Assert.Single(server.Urls);
        Assert.Equal("HTTP/2", await server.AskAsync("2.0"));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_a_plain_fault()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        await using var app = PlainServer.Create("--urls", $"http://127.0.0.1:{port}");
        var fault = await Assert.ThrowsAsync<IOException>(() => app.StartAsync());
        Assert.Equal($"Failed to bind to address http://127.0.0.1:{port}: address already in use.", fault.Message);
    }

    [Theory]
    [InlineData("http://127.0.0.1:0/path")]
    [InlineData("ftp://127.0.0.1:0")]
    [InlineData("http://localhost:0")]
    public void A_url_that_cannot_be_listened_on_is_named(string url)
    {
        var fault = Assert.Throws<FormatException>(() => PlainServer.Create("--urls", url));
        Assert.StartsWith("--urls: ", fault.Message);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
