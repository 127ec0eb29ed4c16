using System.Net;
using CollectiveImpact.Gateway.Tests.PassThrough;
using CollectiveImpact.V1;
using Google.Protobuf;

namespace CollectiveImpact.Gateway.Tests.Connect;

public sealed class Json_calls : OneNode
{
    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON;charset=UTF-8")]
    public async Task A_call_is_answered_in_json(string contentType)
    {
        using var response = await Gateway.PostAsync(
            "SharedMeasurement/Report", """{"initiative":"ca"}"""u8.ToArray(), contentType);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
        // A number of 64 bits is text, and what is false or zero is left out.
        Assert.Equal("""{ "revision": "1", "changed": true }""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Names_are_in_lower_camel_case_and_text_is_in_utf_8()
    {
        using var response = await Gateway.PostAsync(
            "SharedMeasurement/DefineIndicator",
            "\uFEFF" + """{"initiative":"ca","indicator":{"indicator":"x","name":{"fr":"Ménages 日本 😀"},"periodKind":"PERIOD_KIND_YEAR","kind":2}}""");
        var body = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal((byte)'{', body[0]);
        var indicator = Indicator.Parser.ParseJson(System.Text.Encoding.UTF8.GetString(body));
        Assert.Equal("Ménages 日本 😀", indicator.Name.Fr);
        Assert.Equal((Indicator.Types.PeriodKind.Year, Indicator.Types.Kind.Ratio), (indicator.PeriodKind, indicator.Kind));
        Assert.Contains("\"periodKind\": \"PERIOD_KIND_YEAR\"", System.Text.Encoding.UTF8.GetString(body));
    }

    [Fact]
    public async Task A_call_in_binary_is_answered_in_binary()
    {
        using var response = await Gateway.PostAsync(
            "SharedMeasurement/Report", new ReportRequest { Initiative = "ca" }.ToByteArray(), "application/proto");
        Assert.Equal("application/proto", response.Content.Headers.ContentType?.ToString());
        Assert.True(ReportResponse.Parser.ParseFrom(await response.Content.ReadAsByteArrayAsync()).Changed);
    }

    [Theory]
    [InlineData("?encoding=json&message=%7B%22initiative%22%3A%22ca%22%7D")]
    [InlineData("?connect=v1&encoding=json&base64=1&message=eyJpbml0aWF0aXZlIjoiY2EifQ")]
    [InlineData("?connect=v1&encoding=proto&base64=1&message=CgJjYQ==")]
    public async Task What_only_reads_may_be_asked_for_by_get(string query)
    {
        using var response = await Gateway.Http.GetAsync("/collectiveimpact.v1.SharedMeasurement/GetSeries" + query);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("/collectiveimpact.v1.SharedMeasurement/GetSeries", Node.State.Calls);
    }

    [Fact]
    public async Task What_writes_may_not_be_asked_for_by_get()
    {
        using var response = await Gateway.Http.GetAsync(
            "/collectiveimpact.v1.SharedMeasurement/Report?encoding=json&message=%7B%22initiative%22%3A%22ca%22%7D");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Empty(Node.State.Calls);
    }

    [Fact]
    public async Task A_message_just_below_the_limit_passes()
    {
        var indicator = new string('i', (4 * 1024 * 1024) - 100);
        using var response = await Gateway.PostAsync(
            "SharedMeasurement/Report", $$"""{"initiative":"ca","indicator":"{{indicator}}"}""");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
