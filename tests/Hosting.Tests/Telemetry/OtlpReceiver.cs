using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CollectiveImpact.Hosting.Tests.Telemetry;

/// <summary>A collector of the OpenTelemetry protocol (HTTP, protobuf) that reads just enough of what it is sent.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<byte[]> metrics = new();
    private readonly ConcurrentQueue<byte[]> traces = new();
    private WebApplication app = null!;

    /// <summary>The settings by which a process exports to it.</summary>
    public KeyValuePair<string, string?>[] Settings =>
    [
        new("OTEL_EXPORTER_OTLP_ENDPOINT", app.Urls.Single()),
        new("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
    ];

    /// <summary>The names of all metrics.</summary>
    public HashSet<string> Metrics => Names(metrics, 2, 2, 1);

    /// <summary>The names of all spans.</summary>
    public HashSet<string> Spans => Names(traces, 2, 2, 5);

    /// <summary>The attributes of the process that exports, as `key=value`.</summary>
    public HashSet<string> Resource =>
    [
        .. metrics.Concat(traces).SelectMany(body => Inside([body], 1, 1, 1)).Select(attribute =>
            $"{Text(Inside([attribute], 1).Single())}={Text(Inside([attribute], 2, 1).SingleOrDefault([]))}"),
    ];

    /// <summary>Whether a text stands anywhere in what was sent.</summary>
    public bool Tells(string text) => metrics.Concat(traces).Any(body => body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0);

    public static async Task<OtlpReceiver> StartAsync()
    {
        var receiver = new OtlpReceiver();
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        receiver.app = builder.Build();
        receiver.app.Run(context => receiver.TakeAsync(context.Request));
        await receiver.app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        (request.Path == "/v1/metrics" ? metrics : traces).Enqueue(body.ToArray());
    }

    /// <summary>Of each resource (1) in a request, the texts at the end of a path of fields.</summary>
    private static HashSet<string> Names(IEnumerable<byte[]> requests, params int[] path) =>
        [.. Inside(requests, [1, .. path]).Select(Text)];

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);

    private static IEnumerable<byte[]> Inside(IEnumerable<byte[]> messages, params int[] path) =>
        path.Aggregate(messages, (inside, field) => inside.SelectMany(message => Fields(message, field)));

    /// <summary>The values of a field that has a length: messages and texts.</summary>
    private static List<byte[]> Fields(byte[] message, int field)
    {
        List<byte[]> values = [];
        for (var at = 0; at < message.Length;)
        {
            var tag = Number(message, ref at);
            switch (tag & 7)
            {
                case 0: Number(message, ref at); break;
                case 1: at += 8; break;
                case 5: at += 4; break;
                default:
                    var length = (int)Number(message, ref at);
                    if (tag >> 3 == (ulong)field) values.Add(message[at..(at + length)]);
                    at += length;
                    break;
            }
        }
        return values;
    }

    private static ulong Number(byte[] message, ref int at)
    {
        var number = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var octet = message[at++];
            number |= (ulong)(octet & 0x7F) << shift;
            if (octet < 0x80) return number;
        }
    }
}
