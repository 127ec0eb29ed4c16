using System.Diagnostics;
using CollectiveImpact.Benchmarks.Nodes;
using CollectiveImpact.Benchmarks.Output;
using CollectiveImpact.Nest.Processes;
using CollectiveImpact.V1;

namespace CollectiveImpact.Benchmarks.CatchUp;

/// <summary>The same frames over a bare gRPC stream, as many ahead of the acknowledgements as the exchange sends.</summary>
internal sealed class StreamCatchUp : ICatchUp
{
    // The exchange's window.
    private const int Window = 16;

    private readonly RunningNodes _nodes = new();

    public string Name => "bare gRPC stream, nothing kept";

    public async Task<CaughtUp> RunAsync(int round, int documents, CancellationToken cancellationToken)
    {
        var frames = SampleDocuments.Frames(round, documents);
        // Started anew each round, as the nodes are.
        var port = Ports.Free(1)[0];
        var server = new Service("stream", Built.Assembly("Benchmarks"), port, [BareStream.Name, $"{port}"]);
        await _nodes.StartAsync([server], cancellationToken);
        using var channel = RunningNodes.Channel(server.Address);
        var processes = _nodes.ProcessesOf(server).Append(Environment.ProcessId).ToArray();
        var before = ProcessorTime.Of(processes);
        var begun = Stopwatch.GetTimestamp();
        await SendAsync(new V1.Exchange.ExchangeClient(channel), frames, cancellationToken);
        var caughtUp = new CaughtUp(Stopwatch.GetElapsedTime(begun).TotalSeconds, ProcessorTime.Of(processes) - before);
        await _nodes.StopAsync(server);
        return caughtUp;
    }

    public ValueTask DisposeAsync() => _nodes.DisposeAsync();

    private static async Task SendAsync(V1.Exchange.ExchangeClient client, List<LinkFrame> frames, CancellationToken cancellationToken)
    {
        using var room = new SemaphoreSlim(Window);
        using var call = client.Link(cancellationToken: cancellationToken);
        var acknowledged = AcknowledgeAsync();
        foreach (var frame in frames)
        {
            await room.WaitAsync(cancellationToken);
            await call.RequestStream.WriteAsync(frame, cancellationToken);
        }

        await acknowledged;
        await call.RequestStream.CompleteAsync();

        async Task AcknowledgeAsync()
        {
            for (var through = 0L; through < frames[^1].Batch.Through; through = call.ResponseStream.Current.Ack.Through)
            {
                if (!await call.ResponseStream.MoveNext(cancellationToken)) throw new InvalidOperationException("the stream ended before all was acknowledged");
                room.Release();
            }
        }
    }
}
