using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;

namespace CollectiveImpact.GrpcApi.Tests.OverTheWire;

public sealed class HeaderTests(EchoServer server) : IClassFixture<EchoServer>
{
    [Fact(Timeout = EchoServer.Patience)]
    public async Task Interceptors_see_a_call_in_the_order_they_are_given()
    {
        var client = new Echo.EchoClient(
            server.Channel.Intercept(new SigningInterceptor("a"), new SigningInterceptor("b")));

        var heard = await client.TellHeaderAsync(new Line { Text = SigningInterceptor.Header });

        Assert.Equal("ab", heard.Text);
    }

    [Fact(Timeout = EchoServer.Patience)]
    public async Task A_function_can_rewrite_the_headers_of_every_call()
    {
        var client = new Echo.EchoClient(server.Channel.Intercept(headers =>
        {
            headers.Add("partner", "clinic");
            return headers;
        }));

        var heard = await client.TellHeaderAsync(new Line { Text = "partner" });

        Assert.Equal("clinic", heard.Text);
    }

    [Fact(Timeout = EchoServer.Patience)]
    public async Task Composed_credentials_are_all_sent()
    {
        using var channel = ChannelWith(CallCredentials.Compose(Sending("first", "1"), Sending("second", "2")));
        var client = new Echo.EchoClient(channel);

        Assert.Equal("1", (await client.TellHeaderAsync(new Line { Text = "first" })).Text);
        Assert.Equal("2", (await client.TellHeaderAsync(new Line { Text = "second" })).Text);
    }

    [Fact(Timeout = EchoServer.Patience)]
    public async Task Credentials_of_the_channel_and_of_the_call_are_both_sent()
    {
        using var channel = ChannelWith(Sending("first", "1"));
        var client = new Echo.EchoClient(channel);
        var options = new CallOptions(credentials: Sending("second", "2"));

        Assert.Equal("1", (await client.TellHeaderAsync(new Line { Text = "first" }, options)).Text);
        Assert.Equal("2", (await client.TellHeaderAsync(new Line { Text = "second" }, options)).Text);
    }

    [Fact(Timeout = EchoServer.Patience)]
    public async Task A_client_under_another_host_name_still_calls()
    {
        var client = new Echo.EchoClient(server.Channel).WithHost("elsewhere");

        Assert.Equal("hello", (await client.SayAsync(new Line { Text = "hello" })).Text);
    }

    private GrpcChannel ChannelWith(CallCredentials credentials) =>
        GrpcChannel.ForAddress(server.Address, new GrpcChannelOptions
        {
            Credentials = ChannelCredentials.Create(ChannelCredentials.Insecure, credentials),
            UnsafeUseInsecureChannelCallCredentials = true,
        });

    private static CallCredentials Sending(string header, string value) =>
        CallCredentials.FromInterceptor((_, metadata) =>
        {
            metadata.Add(header, value);
            return Task.CompletedTask;
        });
}
