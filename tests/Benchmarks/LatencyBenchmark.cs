using System.Diagnostics;
using System.Globalization;
using CollectiveImpact.Benchmarks.Nodes;
using CollectiveImpact.Benchmarks.Output;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Benchmarks;

/// <summary>
/// From one report at a local, through the gateway, until a watcher of the national figure, through the gateway, is told
/// of it; at 200 reports a second, in nests of two sizes.
/// </summary>
internal static class LatencyBenchmark
{
    private const int Rate = 200, WarmUp = 3000, Counted = 6000;

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        Console.WriteLine($"One report until the national figure shows it, {Rate} a second, {Counted} reports after {WarmUp}:");
        var few = await MeasureAsync(10, cancellationToken);
        var many = await MeasureAsync(3000, cancellationToken);
        Console.WriteLine($"  3,000 initiatives beside 10: {many.Median / few.Median:0.00} times the median");
        Console.WriteLine();
    }

    private static async Task<Samples> MeasureAsync(int locals, CancellationToken cancellationToken)
    {
        await using var nest = await RunningNest.StartAsync(locals, Indicator.Types.PeriodKind.Year, cancellationToken);
        var client = new SharedMeasurement.SharedMeasurementClient(nest.Channel);
        var (sent, seen) = (new long[WarmUp + Counted], new long[WarmUp + Counted]);
        using var watch = client.WatchSeries(new WatchSeriesRequest { Initiative = Registration.Nation, Indicator = Registration.Indicator });
        var watching = WatchAsync(watch.ResponseStream, seen);

        List<Task> reports = [];
        var begun = Stopwatch.GetTimestamp();
        for (var report = 0; report < sent.Length; report++)
        {
            // An open loop: a report that is late does not put off the next.
            var due = TimeSpan.FromSeconds((double)report / Rate) - Stopwatch.GetElapsedTime(begun);
            if (due > TimeSpan.Zero) await Task.Delay(due, cancellationToken);
            reports.Add(SendAsync(report));
        }

        await Task.WhenAll(reports);
        await watching.WaitAsync(TimeSpan.FromSeconds(60), cancellationToken);
        var samples = new Samples(sent.Zip(seen, (from, to) => Stopwatch.GetElapsedTime(from, to).TotalMilliseconds).Skip(WarmUp));
        Console.WriteLine($"  {locals,5} initiatives: median {samples.Median:0.0} ms, 99 of 100 within {samples.Quantile(0.99):0.0} ms");
        return samples;

        async Task SendAsync(int report)
        {
            // Each report raises the national figure by one, so the figure tells how many have arrived.
            var request = new ReportRequest
            {
                Initiative = RunningNest.Local(report % locals),
                Indicator = Registration.Indicator,
                Period = "2026",
                Observations = { new Observation { Value = (report / locals + 1).ToString(CultureInfo.InvariantCulture) } },
            };
            sent[report] = Stopwatch.GetTimestamp();
            await client.ReportAsync(request);
        }
    }

    private static async Task WatchAsync(IAsyncStreamReader<WatchSeriesResponse> updates, long[] seen)
    {
        var arrived = 0;
        while (arrived < seen.Length && await updates.MoveNext(CancellationToken.None))
        {
            var now = Stopwatch.GetTimestamp();
            foreach (var point in updates.Current.Points)
                for (var figure = int.Parse(point.Value, CultureInfo.InvariantCulture); arrived < figure; arrived++) seen[arrived] = now;
        }
    }
}
