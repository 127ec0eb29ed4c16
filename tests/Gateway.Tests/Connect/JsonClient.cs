using System.Net;
using System.Text;
using System.Text.Json;
using CollectiveImpact.Gateway.Tests.Nodes;
using CollectiveImpact.V1;

namespace CollectiveImpact.Gateway.Tests.Connect;

/// <summary>What curl would do.</summary>
internal static class JsonClient
{
    public static Task<HttpResponseMessage> PostAsync(
        this RunningGateway gateway, string method, string json, params (string Name, string Value)[] headers) =>
        gateway.PostAsync(method, Encoding.UTF8.GetBytes(json), "application/json", headers);

    public static async Task<HttpResponseMessage> PostAsync(
        this RunningGateway gateway, string method, byte[] body, string contentType, params (string Name, string Value)[] headers)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/collectiveimpact.v1.{method}") { Content = content };
        foreach (var (name, value) in headers)
            if (!request.Headers.TryAddWithoutValidation(name, value))
                content.Headers.Add(name, value);
        return await gateway.Http.SendAsync(request);
    }

    /// <summary>Reads an error as the Connect protocol has it.</summary>
    public static async Task<(HttpStatusCode Status, string Code, Fault Fault)> ErrorAsync(this Task<HttpResponseMessage> call)
    {
        using var response = await call;
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        using var error = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var fault = new Fault { Message = error.RootElement.GetProperty("message").GetString() };
        if (error.RootElement.TryGetProperty("details", out var details))
        {
            Assert.Equal("collectiveimpact.v1.Fault", details[0].GetProperty("type").GetString());
            var value = details[0].GetProperty("value").GetString()!;
            Assert.DoesNotContain('=', value);
            fault = Fault.Parser.ParseFrom(Convert.FromBase64String(value.PadRight((value.Length + 3) / 4 * 4, '=')));
            Assert.Equal(fault.Message, details[0].GetProperty("debug").GetProperty("message").GetString());
        }
        return (response.StatusCode, error.RootElement.GetProperty("code").GetString()!, fault);
    }
}
