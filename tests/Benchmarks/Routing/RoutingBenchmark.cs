using CollectiveImpact.Benchmarks.Nodes;
using CollectiveImpact.Benchmarks.Output;
using CollectiveImpact.Nest.Processes;
using CollectiveImpact.V1;

namespace CollectiveImpact.Benchmarks.Routing;

/// <summary>What a proxy costs a unary call: the gateway, which routes by who holds the function, and proxies with one route.</summary>
internal static class RoutingBenchmark
{
    private const string Explanation =
        """
        A unary call to the national service through a proxy, over cleartext HTTP/2 on loopback, by h2load.
          the gateway     reads the call's message, and routes it by the function maps that it watches.
          bare YARP       YARP 2.1.0 with one route to the service, in a process with the gateway's runtime settings.
          nginx           Debian's, one location with grpc_pass, 64 connections to the service kept.
          no proxy        straight to the service.
        Processor time is of the proxy alone.

        """;

    private static readonly Load Busy = new(4, 4, 20_000), Alone = new(1, 1, 4000);

    public static async Task RunAsync(int rounds, CancellationToken cancellationToken)
    {
        Programs.Demand("h2load", "nginx");
        Console.WriteLine(Explanation);
        await using var nest = await RunningNest.StartAsync(10, Indicator.Types.PeriodKind.Month, cancellationToken);
        var (nodes, service) = (nest.Nodes, nest.Nodes.Plan.National.Address);
        await ReportAsync(nest, cancellationToken);
        await using var nginx = await Nginx.StartAsync(service, cancellationToken);
        var port = Ports.Free(1)[0];
        var route = new Service("route", Built.Assembly("Benchmarks"), port, [BareRoute.Name, $"{port}", service]);
        await nodes.StartAsync([route], cancellationToken);
        (string Name, string Address, int? Process)[] sides =
        [
            ("the gateway", nodes.Plan.Gateway.Address, nodes.ProcessesOf(nodes.Plan.Gateway).Single()),
            ("bare YARP", route.Address, nodes.ProcessesOf(route).Single()),
            ("nginx", nginx.Address, nginx.ProcessId),
            ("no proxy", service, null),
        ];
        foreach (var call in await SampleCall.TakeAsync(service, cancellationToken))
        {
            await CompareAsync($"{call.Name}, {Busy.Connections} connections with {Busy.EachAtOnce} calls at once on each", Busy, call);
            await CompareAsync($"{call.Name}, one call after the other", Alone, call);
        }

        async Task CompareAsync(string title, Load load, SampleCall call)
        {
            var comparison = new Comparison(title, "calls/s", "median, ms", "99 of 100, ms", "processor ms a call");
            // The first round warms up, and is not counted.
            for (var round = 0; round <= rounds; round++)
            {
                var figures = new double[sides.Length][];
                for (var turn = 0; turn < sides.Length; turn++)
                {
                    var side = (turn + round) % sides.Length;
                    var before = Used(side);
                    var (rate, times) = await load.RunAsync(sides[side].Address, call, cancellationToken);
                    figures[side] = [rate, times.Median, times.Quantile(0.99), (Used(side) - before) * 1000 / load.Calls];
                }

                if (round == 0) continue;
                for (var side = 0; side < sides.Length; side++) comparison.Add(sides[side].Name, figures[side]);
            }

            comparison.Write();
        }

        double Used(int side) => sides[side].Process is { } process ? ProcessorTime.Of(process) : double.NaN;
    }

    /// <summary>A year of reports, and what the gateway knows of the nation.</summary>
    private static async Task ReportAsync(RunningNest nest, CancellationToken cancellationToken)
    {
        await using var watch = new RollUp.NationWatch(nest);
        await new RollUp.NestRollUp(nest, watch, new RollUp.Sending(1, 1)).RunAsync(RollUp.SampleReport.Take(1, 0, 12), cancellationToken);
    }
}
