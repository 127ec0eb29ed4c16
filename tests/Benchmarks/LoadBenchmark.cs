using System.Diagnostics;
using CollectiveImpact.Nest.Processes;

namespace CollectiveImpact.Benchmarks;

/// <summary>A whole nest folder: from the first observation to the last published figure, as the runner's --check tells it.</summary>
internal static class LoadBenchmark
{
    public static async Task RunAsync(string folder, int runs, CancellationToken cancellationToken)
    {
        Console.WriteLine($"The nest of {Path.GetFileName(Path.TrimEndingDirectorySeparator(folder))}, {runs} runs:");
        for (var run = 0; run < runs; run++)
        {
            var start = new ProcessStartInfo(Built.DotnetHost(), [Built.Assembly("Nest"), "--check", "--nest", folder, "--port", "0"])
            {
                RedirectStandardOutput = true,
            };
            using var process = Process.Start(start)!;
            var lines = (await process.StandardOutput.ReadToEndAsync(cancellationToken)).TrimEnd().Split('\n');
            await process.WaitForExitAsync(cancellationToken);
            foreach (var line in lines.TakeLast(2)) Console.WriteLine($"  {line.TrimEnd()}");
        }

        Console.WriteLine();
    }
}
