using CollectiveImpact.Benchmarks.Nodes;
using CollectiveImpact.Benchmarks.Output;
using CollectiveImpact.Nest.Processes;
using CollectiveImpact.V1;
using Grpc.Net.Client;

namespace CollectiveImpact.Benchmarks.CatchUp;

/// <summary>A provincial node that writes while the national one is gone.</summary>
internal sealed class NestCatchUp : ICatchUp
{
    private readonly RunningNodes _nodes = new();

    private NestCatchUp()
    {
    }

    public string Name => "the exchange";

    private Service Parent => _nodes.Plan.National;

    private Service Child => _nodes.Plan.Provincial;

    public static async Task<NestCatchUp> StartAsync(CancellationToken cancellationToken)
    {
        var nest = new NestCatchUp();
        try
        {
            await nest.RegisterAsync(cancellationToken);
            return nest;
        }
        catch
        {
            await nest.DisposeAsync();
            throw;
        }
    }

    public async Task<CaughtUp> RunAsync(int round, int documents, CancellationToken cancellationToken)
    {
        await _nodes.StopAsync(Parent);
        using (var channel = RunningNodes.Channel(Child.Address)) await WriteAsync(channel, round, documents, cancellationToken);
        // It is started again with its parent there, so that it dials at once and not when its next try is due.
        await _nodes.StopAsync(Child);
        await _nodes.StartAsync([Parent, Child], cancellationToken);
        using (var channel = RunningNodes.Channel(Child.Address))
        {
            var client = new V1.Nest.NestClient(channel);
            var open = await LinkAsync(client, link => link.Phase == LinkState.Types.Phase.Open, cancellationToken);
            var before = ProcessorTime.Of(_nodes.ProcessesOf(Parent, Child));
            var done = await LinkAsync(client, link => link.Acknowledged >= link.Head, cancellationToken);
            var seconds = (DateTimeOffset.UtcNow - open.Since.ToDateTimeOffset()).TotalSeconds;
            if (done.Refused > 0) throw new InvalidOperationException($"the parent refused {done.Refused} documents");
            return new CaughtUp(seconds, ProcessorTime.Of(_nodes.ProcessesOf(Parent, Child)) - before);
        }
    }

    public ValueTask DisposeAsync() => _nodes.DisposeAsync();

    private async Task RegisterAsync(CancellationToken cancellationToken)
    {
        await _nodes.StartAsync([Parent, Child], cancellationToken);
        using var parent = RunningNodes.Channel(Parent.Address);
        using var child = RunningNodes.Channel(Child.Address);
        await Registration.RegisterAsync(parent, Registration.Nation, Level.National, null, cancellationToken);
        await Registration.DefineAsync(parent, Indicator.Types.PeriodKind.Month, cancellationToken);
        await Registration.RegisterAllAsync(child, SampleDocuments.Initiatives, Level.Provincial, Registration.Nation, cancellationToken);
        await LinkAsync(new V1.Nest.NestClient(child), link => link.Acknowledged >= link.Head, cancellationToken);
    }

    private static async Task WriteAsync(GrpcChannel channel, int round, int documents, CancellationToken cancellationToken)
    {
        var client = new SharedMeasurement.SharedMeasurementClient(channel);
        foreach (var reports in SampleDocuments.Reports(round, documents).Chunk(SampleDocuments.Import))
        {
            using var import = client.Import(cancellationToken: cancellationToken);
            foreach (var report in reports)
                await import.RequestStream.WriteAsync(new ImportRequest { Initiative = report.Initiative, Report = report }, cancellationToken);
            await import.RequestStream.CompleteAsync();
            await import.ResponseAsync;
        }
    }

    private static async Task<LinkState> LinkAsync(V1.Nest.NestClient client, Func<LinkState, bool> condition, CancellationToken cancellationToken)
    {
        while (true)
        {
            var links = await client.ListLinksAsync(new ListLinksRequest(), cancellationToken: cancellationToken);
            if (links.Links.SingleOrDefault(link => link.PeerIsParent) is { } link && condition(link)) return link;
            await Task.Delay(10, cancellationToken);
        }
    }
}
