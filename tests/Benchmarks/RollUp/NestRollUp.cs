using System.Diagnostics;
using CollectiveImpact.Benchmarks.Nodes;
using CollectiveImpact.Benchmarks.Output;
using CollectiveImpact.V1;

namespace CollectiveImpact.Benchmarks.RollUp;

/// <summary>The nest: reports go to the local service, and the nation's own says when it has them.</summary>
/// <param name="nest">The processes.</param>
/// <param name="watch">Of the nation's figures.</param>
/// <param name="sending">How reports are sent.</param>
internal sealed class NestRollUp(RunningNest nest, NationWatch watch, Sending sending) : IRollUp
{
    public string Name => sending.Batch == 1 ? "the nest: Report" : "the nest: Import";

    public async Task<Outcome> RunAsync(SampleReport[] reports, CancellationToken cancellationToken)
    {
        using var channel = RunningNodes.Channel(nest.Nodes.Plan.Local.Address);
        var client = new SharedMeasurement.SharedMeasurementClient(channel);
        var before = watch.Reports;
        var processor = ProcessorTime.Of(nest.Nodes.ProcessesOf(nest.Nodes.Plan.Nodes));
        var begun = Stopwatch.GetTimestamp();
        var (sent, _) = await sending.RunAsync(reports, SendAsync, cancellationToken);
        await watch.ReachAsync(before + reports.Length, cancellationToken);
        var arrivals = watch.ArrivalsAfter(before).ToList();
        return new Outcome(
            reports.Length,
            Stopwatch.GetElapsedTime(begun, arrivals[^1]).TotalSeconds,
            new Samples(arrivals.Select((arrival, i) => Stopwatch.GetElapsedTime(sent[i], arrival).TotalMilliseconds)),
            ProcessorTime.Of(nest.Nodes.ProcessesOf(nest.Nodes.Plan.Nodes)) - processor);

        Task SendAsync(int caller, SampleReport[] some, CancellationToken cancel) =>
            sending.Batch == 1 ? client.ReportAsync(some[0].Request(), cancellationToken: cancel).ResponseAsync : ImportAsync(client, some, cancel);
    }

    private static async Task ImportAsync(SharedMeasurement.SharedMeasurementClient client, SampleReport[] reports, CancellationToken cancellationToken)
    {
        using var import = client.Import(cancellationToken: cancellationToken);
        foreach (var report in reports)
            await import.RequestStream.WriteAsync(new ImportRequest { Initiative = report.Initiative, Report = report.Request() }, cancellationToken);
        await import.RequestStream.CompleteAsync();
        await import.ResponseAsync;
    }
}
