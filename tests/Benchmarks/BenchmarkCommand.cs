using System.CommandLine;
using CollectiveImpact.Benchmarks.CatchUp;
using CollectiveImpact.Benchmarks.Lists;
using CollectiveImpact.Benchmarks.Output;
using CollectiveImpact.Benchmarks.Pages;
using CollectiveImpact.Benchmarks.RollUp;
using CollectiveImpact.Benchmarks.Routing;
using CollectiveImpact.Nest.Processes;

namespace CollectiveImpact.Benchmarks;

/// <summary>The command line: every benchmark, or those that are named.</summary>
internal static class BenchmarkCommand
{
    private static readonly string[] Names = ["load", "latency", "idle", "rollup", "catchup", "routing", "lists", "pages"];

    public static RootCommand Create()
    {
        var folder = new Argument<string?>("DIR") { Arity = ArgumentArity.ZeroOrOne, Description = "The nest folder of the benchmarks `load` and `pages`, which are left out without it." };
        var only = new Option<string[]>("--only") { Description = "Runs this one alone; may be given several times.", HelpName = "NAME" };
        only.AcceptOnlyFromAmong(Names);
        var rounds = new Option<int>("--rounds") { Description = "How often each side of a comparison is measured, in turn.", DefaultValueFactory = _ => 5 };
        var sizes = new Option<int[]>("--initiatives") { Description = "The sizes of the nests of `rollup`; `lists` takes the largest.", DefaultValueFactory = _ => [10, 300, 3000], AllowMultipleArgumentsPerToken = true };
        var share = new Option<double>("--share") { Description = "How much each initiative of `lists` has, of a hundred documents a local: 0.1 for ten.", DefaultValueFactory = _ => 1 };
        var command = new RootCommand("Measures the nest, and beside it what one would take instead.") { folder, only, rounds, sizes, share, BareStream.Command(), BareRoute.Command() };
        command.SetAction(async (parsed, _) =>
        {
            using var stop = new StopSignals();
            var chosen = parsed.GetValue(only) is { Length: > 0 } names ? names : Names;
            try
            {
                Machine.Describe();
                if (chosen.Contains("load") && parsed.GetValue(folder) is { } nest) await LoadBenchmark.RunAsync(nest, runs: 3, stop.Token);
                if (chosen.Contains("latency")) await LatencyBenchmark.RunAsync(stop.Token);
                if (chosen.Contains("idle")) await IdleBenchmark.RunAsync(runs: 5, stop.Token);
                if (chosen.Contains("rollup")) await RollUpBenchmark.RunAsync(parsed.GetValue(sizes)!, parsed.GetValue(rounds), stop.Token);
                if (chosen.Contains("catchup")) await CatchUpBenchmark.RunAsync(parsed.GetValue(rounds), stop.Token);
                if (chosen.Contains("routing")) await RoutingBenchmark.RunAsync(parsed.GetValue(rounds), stop.Token);
                if (chosen.Contains("lists")) await ListsBenchmark.RunAsync(new NestSize(parsed.GetValue(sizes)!.Max(), parsed.GetValue(share)), stop.Token);
                if (chosen.Contains("pages") && parsed.GetValue(folder) is { } read) await PagesBenchmark.RunAsync(read, stop.Token);
                return 0;
            }
            catch (Exception) when (stop.Token.IsCancellationRequested)
            {
                // Whatever failed did so because its servers were ended with it.
                return 1;
            }
        });
        return command;
    }
}
