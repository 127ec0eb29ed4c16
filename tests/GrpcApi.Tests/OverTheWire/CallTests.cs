using Grpc.Core;

namespace CollectiveImpact.GrpcApi.Tests.OverTheWire;

public sealed class CallTests(EchoServer server) : IClassFixture<EchoServer>
{
    private readonly Echo.EchoClient client = new(server.Channel);

    [Fact(Timeout = EchoServer.Patience)]
    public async Task A_unary_call_returns_the_response()
    {
        var response = await client.SayAsync(new Line { Text = "one table" });

        Assert.Equal("one table", response.Text);
    }

    [Fact]
    public void A_blocking_call_returns_the_response()
    {
        var deadline = DateTime.UtcNow.AddMilliseconds(EchoServer.Patience);

        Assert.Equal("one table", client.Say(new Line { Text = "one table" }, deadline: deadline).Text);
    }

    [Fact(Timeout = EchoServer.Patience)]
    public async Task A_finished_call_tells_its_headers_status_and_trailers()
    {
        using var call = client.SayAsync(new Line());
        await call;

        Assert.NotNull(await call.ResponseHeadersAsync);
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
        Assert.Equal("/collectiveimpact.grpcapi.tests.Echo/Say", call.GetTrailers().GetValue(EarInterceptor.Trailer));
    }

    [Fact(Timeout = EchoServer.Patience)]
    public async Task A_client_stream_arrives_whole_and_in_order()
    {
        using var call = client.Join();
        foreach (var word in new[] { "turn", "the", "curve" })
            await call.RequestStream.WriteAsync(new Line { Text = word });
        await call.RequestStream.CompleteAsync();

        Assert.Equal("turn the curve", (await call).Text);
    }

    [Fact(Timeout = EchoServer.Patience)]
    public async Task A_server_stream_arrives_whole_and_in_order()
    {
        using var call = client.Split(new Line { Text = "turn the curve" });
        var words = new List<string>();
        await foreach (var line in call.ResponseStream.ReadAllAsync())
            words.Add(line.Text);

        Assert.Equal(["turn", "the", "curve"], words);
    }

    [Fact(Timeout = EchoServer.Patience)]
    public async Task A_duplex_stream_answers_each_line_before_the_next_is_sent()
    {
        using var call = client.Chat();
        foreach (var word in new[] { "turn", "the", "curve" })
        {
            await call.RequestStream.WriteAsync(new Line { Text = word });
            Assert.True(await call.ResponseStream.MoveNext());
            Assert.Equal(word, call.ResponseStream.Current.Text);
        }
        await call.RequestStream.CompleteAsync();

        Assert.False(await call.ResponseStream.MoveNext());
    }

    [Fact(Timeout = EchoServer.Patience)]
    public async Task Responses_are_compressed_as_the_server_was_told()
    {
        var text = new string('x', 100_000);

        var response = await client.SayAsync(new Line { Text = text });

        Assert.Equal(text, response.Text);
        Assert.Equal((null, "gzip"), server.Wire.LastEncodings);
    }

    [Theory(Timeout = EchoServer.Patience)]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task Requests_are_compressed_as_the_caller_asks(string encoding)
    {
        var text = new string('x', 100_000);

        var response = await client.SayAsync(
            new Line { Text = text }, new Metadata { { "grpc-internal-encoding-request", encoding } });

        Assert.Equal(text, response.Text);
        Assert.Equal(encoding, server.Wire.LastEncodings.Request);
    }

    [Fact(Timeout = EchoServer.Patience)]
    public async Task An_error_carries_its_status_and_trailers()
    {
        var error = await Assert.ThrowsAsync<RpcException>(async () => await client.RefuseAsync(new Line()));

        Assert.Equal(StatusCode.InvalidArgument, error.StatusCode);
        Assert.Equal("the text is wrong", error.Status.Detail);
        Assert.Equal(EchoService.RefusedField, error.Trailers.GetValue("field"));
        Assert.Equal(EchoService.RefusalDetails, error.Trailers.GetValueBytes("details-bin"));
    }

    [Fact(Timeout = EchoServer.Patience)]
    public async Task A_method_nobody_wrote_is_unimplemented()
    {
        var method = new Method<string, string>(
            MethodType.Unary,
            "collectiveimpact.grpcapi.tests.Echo",
            "Nothing",
            Marshallers.StringMarshaller,
            Marshallers.StringMarshaller);
        using var call = server.Channel.CreateCallInvoker().AsyncUnaryCall(method, null, new CallOptions(), "hello");

        var error = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);

        Assert.Equal(StatusCode.Unimplemented, error.StatusCode);
    }
}
