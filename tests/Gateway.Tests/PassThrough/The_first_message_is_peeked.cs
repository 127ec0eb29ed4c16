using System.Buffers.Binary;
using System.Net;
using CollectiveImpact.Gateway.Tests.Nodes;
using CollectiveImpact.V1;
using Google.Protobuf;
using Grpc.Core;

namespace CollectiveImpact.Gateway.Tests.PassThrough;

public sealed class The_first_message_is_peeked : OneNode
{
    private const int Limit = 4 * 1024 * 1024;

    private static readonly Metadata Gzip = new() { { "grpc-internal-encoding-request", "gzip" } };

    [Fact]
    public async Task A_compressed_message_is_read_and_passed_on()
    {
        ReportRequest? received = null;
        Node.State.OnReport = (request, _) =>
        {
            received = request;
            return Task.FromResult(new ReportResponse());
        };
        var request = new ReportRequest { Initiative = Maps.Canada, Indicator = new string('i', 10_000) };
        await Gateway.Measurement.ReportAsync(request, Gzip);
        Assert.Equal(request, received);
    }

    [Fact]
    public async Task A_message_just_below_the_limit_passes()
    {
        var request = new ReportRequest { Initiative = Maps.Canada, Indicator = new string('i', Limit - 100) };
        await Gateway.Measurement.ReportAsync(request);
    }

    [Fact]
    public async Task A_message_beyond_the_limit_is_refused()
    {
        var request = new ReportRequest { Initiative = Maps.Canada, Indicator = new string('i', Limit) };
        var (status, fault) = await Gateway.Measurement.ReportAsync(request).FailureAsync();
        Assert.Equal(StatusCode.ResourceExhausted, status);
        Assert.Contains("4 MiB", fault.Message);
        Assert.Empty(Node.State.Calls);
    }

    [Fact]
    public async Task A_message_that_unfolds_beyond_the_limit_is_refused()
    {
        var request = new ReportRequest { Initiative = Maps.Canada, Indicator = new string('i', Limit) };
        var (status, _) = await Gateway.Measurement.ReportAsync(request, Gzip).FailureAsync();
        Assert.Equal(StatusCode.ResourceExhausted, status);
        Assert.Empty(Node.State.Calls);
    }

    [Fact]
    public async Task A_message_may_come_in_pieces()
    {
        var frame = Frame(new ReportRequest { Initiative = Maps.Canada }.ToByteArray());
        Assert.Equal("0", await StatusOfAsync(new InPieces(frame)));
    }

    [Fact]
    public async Task Fields_may_come_in_any_order()
    {
        var indicator = new ReportRequest { Indicator = "i" }.ToByteArray();
        var initiative = new ReportRequest { Initiative = Maps.Canada }.ToByteArray();
        Assert.Equal("0", await StatusOfAsync(new ByteArrayContent(Frame([.. indicator, .. initiative]))));
    }

    [Theory]
    [InlineData("", "without a message")]
    [InlineData("00000000FF0A", "cut off")]
    [InlineData("00000000020AFF", "malformed")]
    public async Task A_message_that_cannot_be_read_is_an_invalid_argument(string hex, string why)
    {
        Assert.Equal("3", await StatusOfAsync(new ByteArrayContent(Convert.FromHexString(hex))));
        Assert.True(Node.State.Calls.IsEmpty, why);
    }

    [Fact]
    public async Task An_unknown_compression_is_unimplemented()
    {
        var frame = Frame([1, 2, 3]);
        frame[0] = 1;
        var content = new ByteArrayContent(frame);
        content.Headers.Add("grpc-encoding", "snappy");
        Assert.Equal("12", await StatusOfAsync(content));
    }

    [Fact]
    public async Task Grpc_over_http_1_is_told_to_upgrade()
    {
        using var content = new ByteArrayContent([]);
        content.Headers.ContentType = new("application/grpc");
        using var response = await Gateway.Http.PostAsync("/collectiveimpact.v1.SharedMeasurement/Report", content);
        Assert.Equal(HttpStatusCode.UpgradeRequired, response.StatusCode);
    }

    [Fact]
    public async Task An_error_and_its_fault_come_through_as_the_node_told_them()
    {
        var fault = new Fault { Field = "observations[2].value", Message = "Wrong: é", Holder = "ca.on" };
        Node.State.OnReport = (_, _) => throw new RpcException(
            new Status(StatusCode.FailedPrecondition, "Wrong: é"),
            new Metadata { { "collectiveimpact-fault-bin", fault.ToByteArray() } });
        var failure = await Assert.ThrowsAsync<RpcException>(
            async () => await Gateway.Measurement.ReportAsync(new() { Initiative = Maps.Canada }));
        Assert.Equal("Wrong: é", failure.Status.Detail);
        Assert.Equal((StatusCode.FailedPrecondition, fault), (failure.StatusCode, failure.Fault()));
    }

    private static byte[] Frame(byte[] message)
    {
        var frame = new byte[5 + message.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), message.Length);
        message.CopyTo(frame, 5);
        return frame;
    }

    private async Task<string> StatusOfAsync(HttpContent content)
    {
        content.Headers.ContentType = new("application/grpc");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/collectiveimpact.v1.SharedMeasurement/Report")
        {
            Content = content,
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        using var response = await Gateway.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return response.Headers.TryGetValues("grpc-status", out var inHeaders)
            ? inHeaders.Single()
            : response.TrailingHeaders.GetValues("grpc-status").Single();
    }

    /// <summary>Each byte in a frame of its own.</summary>
    private sealed class InPieces(byte[] bytes) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            foreach (var octet in bytes)
            {
                stream.WriteByte(octet);
                await stream.FlushAsync();
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
