using System.Net;
using System.Text;
using CollectiveImpact.Gateway.Tests.PassThrough;
using CollectiveImpact.V1;
using Google.Protobuf;
using Grpc.Core;

namespace CollectiveImpact.Gateway.Tests.Connect;

public sealed class Json_errors : OneNode
{
    private const string Report = "SharedMeasurement/Report";

    [Theory]
    [InlineData(StatusCode.Cancelled, "canceled", 499)]
    [InlineData(StatusCode.Unknown, "unknown", 500)]
    [InlineData(StatusCode.InvalidArgument, "invalid_argument", 400)]
    [InlineData(StatusCode.DeadlineExceeded, "deadline_exceeded", 504)]
    [InlineData(StatusCode.NotFound, "not_found", 404)]
    [InlineData(StatusCode.AlreadyExists, "already_exists", 409)]
    [InlineData(StatusCode.PermissionDenied, "permission_denied", 403)]
    [InlineData(StatusCode.ResourceExhausted, "resource_exhausted", 429)]
    [InlineData(StatusCode.FailedPrecondition, "failed_precondition", 400)]
    [InlineData(StatusCode.Aborted, "aborted", 409)]
    [InlineData(StatusCode.OutOfRange, "out_of_range", 400)]
    [InlineData(StatusCode.Unimplemented, "unimplemented", 501)]
    [InlineData(StatusCode.Internal, "internal", 500)]
    [InlineData(StatusCode.Unavailable, "unavailable", 503)]
    [InlineData(StatusCode.DataLoss, "data_loss", 500)]
    [InlineData(StatusCode.Unauthenticated, "unauthenticated", 401)]
    public async Task A_nodes_status_becomes_its_word_and_a_status_of_http(StatusCode status, string code, int httpStatus)
    {
        var fault = new Fault { Field = "period", Message = "Wrong: é", Holder = "ca.on" };
        Node.State.OnReport = (_, _) => throw new RpcException(
            new Status(status, fault.Message), new Metadata { { "collectiveimpact-fault-bin", fault.ToByteArray() } });
        var error = await Gateway.PostAsync(Report, """{"initiative":"ca"}""").ErrorAsync();
        Assert.Equal(((HttpStatusCode)httpStatus, code, fault), error);
    }

    [Theory]
    [InlineData("""{"initiative":5}""", "initiative")]
    [InlineData("""{"initiative":"ca","nonsense":1}""", "nonsense")]
    [InlineData("""{"initiative":"ca","observations":[{"value":"1"},{"value":2}]}""", "observations[1].value")]
    [InlineData("""{"initiative":"ca","observations":[{"value":"1"},{"wert":"2"}]}""", "observations[1].wert")]
    [InlineData("""{"initiative":"ca","observations":{"value":"1"}}""", "observations")]
    [InlineData("""{"initiative":"ca","observations":["1"]}""", "observations[0]")]
    public async Task A_field_that_cannot_be_read_is_named(string json, string field)
    {
        var (status, code, fault) = await Gateway.PostAsync(Report, json).ErrorAsync();
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_argument", field), (status, code, fault.Field));
        Assert.StartsWith(field, fault.Message);
        Assert.Empty(Node.State.Calls);
    }

    [Fact]
    public async Task A_word_of_an_enumeration_that_there_is_not_is_answered_with_those_there_are()
    {
        var (_, _, fault) = await Gateway.PostAsync(
            "SharedMeasurement/DefineIndicator", """{"initiative":"ca","indicator":{"kind":"KIND_MEDIAN"}}""").ErrorAsync();
        Assert.Equal("indicator.kind", fault.Field);
        Assert.Contains("KIND_COUNT", fault.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"initiative":"ca",}""")]
    [InlineData("""{"initiative":"ca"} {}""")]
    public async Task What_is_no_message_is_an_invalid_argument(string json)
    {
        var (status, code, _) = await Gateway.PostAsync(Report, json).ErrorAsync();
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_argument"), (status, code));
        Assert.Empty(Node.State.Calls);
    }

    [Fact]
    public async Task Bytes_that_are_not_utf_8_are_an_invalid_argument()
    {
        var (status, code, fault) = await Gateway.PostAsync(
            Report, Encoding.Latin1.GetBytes("""{"initiative":"é"}"""), "application/json").ErrorAsync();
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_argument"), (status, code));
        Assert.Contains("UTF-8", fault.Message);
    }

    [Theory]
    [InlineData("encoding=json&base64=1&message=%25%25")]
    [InlineData("encoding=yaml&message=%7B%7D")]
    [InlineData("encoding=json&message=%7B%7D&connect=v2")]
    [InlineData("encoding=json")]
    public async Task A_query_that_cannot_be_read_is_an_invalid_argument(string query)
    {
        var (status, code, _) = await Gateway.Http.GetAsync($"/collectiveimpact.v1.SharedMeasurement/GetSeries?{query}").ErrorAsync();
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_argument"), (status, code));
        Assert.Empty(Node.State.Calls);
    }

    [Fact]
    public async Task Routing_refuses_in_the_same_words()
    {
        var (status, code, fault) = await Gateway.PostAsync(Report, """{"initiative":"nowhere"}""").ErrorAsync();
        Assert.Equal((HttpStatusCode.NotFound, "not_found", "initiative"), (status, code, fault.Field));
    }

    [Fact]
    public async Task A_method_that_the_contract_has_not_is_not_found()
    {
        var (status, code, _) = await Gateway.PostAsync("SharedMeasurement/Guess", "{}").ErrorAsync();
        Assert.Equal((HttpStatusCode.NotFound, "unimplemented"), (status, code));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=latin1")]
    [InlineData("application/grpc-web")]
    [InlineData("")]
    public async Task Another_content_type_is_unsupported(string contentType)
    {
        using var response = await Gateway.PostAsync(Report, "{}"u8.ToArray(), contentType);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal("application/json, application/proto", response.Headers.GetValues("Accept-Post").Single());
    }

    [Fact]
    public async Task A_method_that_streams_says_so()
    {
        var (status, code, fault) = await Gateway.PostAsync("SharedMeasurement/WatchSeries", """{"initiative":"ca"}""").ErrorAsync();
        Assert.Equal((HttpStatusCode.NotImplemented, "unimplemented"), (status, code));
        Assert.Contains("gRPC", fault.Message);
    }

    [Fact]
    public async Task A_message_over_4_MiB_is_resource_exhausted()
    {
        var (status, code, _) = await Gateway.PostAsync(
            Report, $$"""{"initiative":"ca","indicator":"{{new string('i', 4 * 1024 * 1024)}}"}""").ErrorAsync();
        Assert.Equal((HttpStatusCode.TooManyRequests, "resource_exhausted"), (status, code));
    }

    [Fact]
    public async Task A_caller_waits_no_longer_than_it_says()
    {
        Node.State.OnReport = async (_, context) =>
        {
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
            return new ReportResponse();
        };
        var (status, code, _) = await Gateway.PostAsync(
            Report, """{"initiative":"ca"}""", ("Connect-Timeout-Ms", "100")).ErrorAsync();
        Assert.Equal((HttpStatusCode.GatewayTimeout, "deadline_exceeded"), (status, code));
    }

    [Theory]
    [InlineData("Connect-Timeout-Ms", "soon", "invalid_argument")]
    [InlineData("Connect-Timeout-Ms", "12345678901", "invalid_argument")]
    [InlineData("Connect-Protocol-Version", "2", "invalid_argument")]
    [InlineData("Content-Encoding", "gzip", "unimplemented")]
    public async Task A_header_that_cannot_be_met_is_an_error(string name, string value, string expected)
    {
        var (_, code, fault) = await Gateway.PostAsync(Report, """{"initiative":"ca"}""", (name, value)).ErrorAsync();
        Assert.Equal(expected, code);
        Assert.NotEmpty(fault.Message);
    }

    [Fact]
    public async Task The_version_of_the_protocol_may_be_named()
    {
        using var response = await Gateway.PostAsync(Report, """{"initiative":"ca"}""", ("Connect-Protocol-Version", "1"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_node_that_is_down_is_unavailable()
    {
        await Node.KillAsync();
        await Gateway.UntilAsync(nest => nest.Up("n") is null);
        var (status, code, fault) = await Gateway.PostAsync(Report, """{"initiative":"ca"}""").ErrorAsync();
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "unavailable", "ca"), (status, code, fault.Holder));
    }
}
