using System.Collections.Concurrent;
using System.Net.Http.Json;
using CollectiveImpact.Gateway.Tests.Nodes;
using CollectiveImpact.V1;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CollectiveImpact.Gateway.Tests.Routing;

public sealed class Refusals_are_logged : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(int Event, LogLevel Level, string Text)> lines = new();

    [Fact]
    public async Task A_call_that_the_gateway_refuses_is_one_line_without_what_was_sent()
    {
        await using var node = await TestNode.StartAsync("n", Level.National);
        await using var gateway = GatewayApplication.Create(
            ["--urls", "http://127.0.0.1:0", $"--Gateway:Nodes:0={node.Address}"]);
        gateway.Services.GetRequiredService<ILoggerFactory>().AddProvider(this);
        await gateway.StartAsync();
        using var channel = GrpcChannel.ForAddress(gateway.Urls.First());
        await Assert.ThrowsAsync<RpcException>(async () => await new SharedMeasurement.SharedMeasurementClient(channel).ReportAsync(new()));
        using var http = new HttpClient { BaseAddress = new Uri(gateway.Urls.First()) };
        using var answer = await http.PostAsJsonAsync(
            $"/{SharedMeasurement.Descriptor.FullName}/Report", new { mary_smith = 867530901 });
        await gateway.StopAsync();

        Assert.Equal(
            [
                (310, LogLevel.Information, "/collectiveimpact.v1.SharedMeasurement/Report was refused: InvalidArgument, field ``"),
                (310, LogLevel.Information, "/collectiveimpact.v1.SharedMeasurement/Report was refused: InvalidArgument, field `initiative`"),
            ],
            lines.Where(line => line.Text.Contains("refused")).OrderBy(line => line.Text.Length));
        Assert.DoesNotContain(lines, line => line.Text.Contains("mary_smith") || line.Text.Contains("867530901"));
    }

    ILogger ILoggerProvider.CreateLogger(string categoryName) => this;

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Enqueue((eventId.Id, logLevel, formatter(state, exception)));

    public void Dispose()
    {
    }
}
