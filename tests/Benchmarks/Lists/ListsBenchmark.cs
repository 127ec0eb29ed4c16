using System.Diagnostics;
using System.Globalization;
using CollectiveImpact.Benchmarks.Nodes;
using CollectiveImpact.Benchmarks.Output;
using Grpc.Net.Client;

namespace CollectiveImpact.Benchmarks.Lists;

/// <summary>
/// Every list and map over a whole nest, through the gateway: the usual page of each, and what makes it costly, such as
/// a filter that leaves few or none, and the last page. The processor time is that of all services: where others share
/// the machine it tells more than the time that passes.
/// </summary>
internal static class ListsBenchmark
{
    private const int WarmUp = 2, Times = 15;
    private const double Aim = 100;
    private const int LargestAnswer = 64 << 20;

    public static async Task RunAsync(NestSize size, CancellationToken cancellationToken)
    {
        Console.WriteLine($"Every list and map in a nest of {size.Locals:#,0} locals below {NestSize.Provinces} provinces below a nation, through the gateway:");
        await using var nodes = new RunningNodes();
        await nodes.StartAsync(nodes.Plan.All, cancellationToken);
        await new NationLoad(nodes, size, cancellationToken).RunAsync();
        using var gateway = GrpcChannel.ForAddress(nodes.Plan.Gateway.Address, new GrpcChannelOptions { MaxReceiveMessageSize = LargestAnswer });
        await MeasureAsync(nodes, [.. Questions.All(new Clients(gateway))], cancellationToken);
    }

    private static async Task MeasureAsync(RunningNodes nodes, List<Question> questions, CancellationToken cancellationToken)
    {
        var (method, variant) = (questions.Max(each => each.Method.Length), questions.Max(each => each.Variant.Length));
        Console.WriteLine($"  {"method".PadRight(method)}  {"what".PadRight(variant)}  median ms  slowest ms  processor ms      bytes  aim {Aim}");
        List<Measured> all = [];
        foreach (var question in questions)
        {
            var measured = await MeasureAsync(nodes, question, cancellationToken);
            var (_, times, processor, bytes) = measured;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {question.Method.PadRight(method)}  {question.Variant.PadRight(variant)}  {times.Median,9:0.0}  {times.Quantile(1),10:0.0}  {processor,12:0.0}  {bytes,9:#,0}  {(times.Median < Aim ? "" : "over")}").TrimEnd());
            all.Add(measured);
        }

        var slowest = all.MaxBy(each => each.Times.Median)!;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {all.Count} questions, {all.Count(each => each.Times.Median >= Aim)} over {Aim} ms at the median; the slowest is {slowest.Question.Method}, {slowest.Question.Variant}: {slowest.Times.Median:0.0} ms"));
        Console.WriteLine();
    }

    private static async Task<Measured> MeasureAsync(RunningNodes nodes, Question question, CancellationToken cancellationToken)
    {
        List<double> times = [];
        var (bytes, before) = (0, 0.0);
        for (var i = 0; i < WarmUp + Times; i++)
        {
            if (i == WarmUp) before = ProcessorTime.Of(nodes.ProcessesOf(nodes.Plan.All));
            var begun = Stopwatch.GetTimestamp();
            var answer = await question.AskAsync(cancellationToken);
            if (i >= WarmUp) times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            bytes = answer.CalculateSize();
        }

        var processor = (ProcessorTime.Of(nodes.ProcessesOf(nodes.Plan.All)) - before) * 1000 / Times;
        return new Measured(question, new Samples(times), processor, bytes);
    }

    private sealed record Measured(Question Question, Samples Times, double Processor, int Bytes);
}
