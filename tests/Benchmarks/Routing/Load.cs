using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using CollectiveImpact.Benchmarks.Output;

namespace CollectiveImpact.Benchmarks.Routing;

/// <summary>Calls by h2load, which answers each with the next.</summary>
/// <param name="Connections">To the server.</param>
/// <param name="EachAtOnce">Calls at once on each.</param>
/// <param name="Calls">In all.</param>
internal sealed partial record Load(int Connections, int EachAtOnce, int Calls)
{
    /// <summary>Sends the calls, and returns how many a second were answered and each call's time in milliseconds.</summary>
    /// <exception cref="InvalidOperationException">One was not answered, or not with what was asked for.</exception>
    public async Task<(double Rate, Samples Times)> RunAsync(string address, SampleCall call, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("load-benchmark-");
        try
        {
            var (body, log) = (Path.Combine(folder.FullName, "body"), Path.Combine(folder.FullName, "log"));
            await File.WriteAllBytesAsync(body, call.Body(), cancellationToken);
            string[] arguments =
            [
                "-n", $"{Calls}", "-c", $"{Connections}", "-m", $"{EachAtOnce}", "-d", body, "--log-file", log,
                "-H", "content-type: application/grpc", "-H", "te: trailers", address + call.Path,
            ];
            using var process = Process.Start(new ProcessStartInfo(Programs.Find("h2load")!, arguments) { RedirectStandardOutput = true })!;
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            // A call that fails has no message, and h2load does not look at its trailers.
            if (!DataBytes().Match(output).Groups[1].ValueSpan.SequenceEqual($"{(long)Calls * (SampleCall.Prefix + call.AnswerBytes)}"))
                throw new InvalidOperationException($"not every answer from {address} was what was asked for:{Environment.NewLine}{output}");
            return Read(await File.ReadAllLinesAsync(log, cancellationToken));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // A line a call: when it began, its HTTP status, how long it took; microseconds.
    private static (double Rate, Samples Times) Read(string[] log)
    {
        var calls = log.Select(line => line.Split('\t')).Select(fields => (Begun: Number(fields[0]), Took: Number(fields[2]))).ToList();
        var seconds = (calls.Max(call => call.Begun + call.Took) - calls.Min(call => call.Begun)) / 1e6;
        return (calls.Count / seconds, new Samples(calls.Select(call => call.Took / 1000.0)));
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\((\d+)\) data")]
    private static partial Regex DataBytes();
}
