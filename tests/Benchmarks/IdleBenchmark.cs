using System.Diagnostics;
using CollectiveImpact.Benchmarks.Nodes;
using CollectiveImpact.Benchmarks.Output;
using CollectiveImpact.Nest.Processes;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Benchmarks;

/// <summary>A local service with one initiative: how long it takes to answer after its start, and what it holds when idle.</summary>
internal static class IdleBenchmark
{
    public static async Task RunAsync(int runs, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("nest-benchmark-");
        List<(double Start, double Memory)> figures = [];
        // The first run makes the database and registers the initiative, and is not counted.
        try
        {
            for (var run = 0; run <= runs; run++) figures.Add(await MeasureAsync(folder.FullName, register: run == 0, cancellationToken));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        var (starts, memories) = (new Samples(figures.Skip(1).Select(each => each.Start)), new Samples(figures.Skip(1).Select(each => each.Memory)));
        Console.WriteLine($"A local service with one initiative, {runs} runs:");
        Console.WriteLine($"  answers {starts.Median:0} ms after its start, and holds {memories.Median:0} MB when idle (medians)");
    }

    private static async Task<(double Start, double Memory)> MeasureAsync(string folder, bool register, CancellationToken cancellationToken)
    {
        var service = new Service("local", Built.Assembly("Local"), Ports.Free(1)[0], []);
        service = service with { Arguments = ["--urls", service.Address, $"--Nest:Data={folder}", "--Nest:Name=one"] };
        using var log = new ServiceLog(Path.Combine(folder, "service.log"));
        var begun = Stopwatch.GetTimestamp();
        using var process = ChildProcess.Start(service, log);
        try
        {
            using var channel = RunningNodes.Channel(service.Address);
            var client = new V1.Nest.NestClient(channel);
            while (!await AnswersAsync(client)) await Task.Delay(5, cancellationToken);
            var start = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
            if (register) await client.RegisterInitiativeAsync(new RegisterInitiativeRequest { Initiative = "one", Level = Level.Local, Name = new Text { En = "One" } });
            await Task.Delay(TimeSpan.FromSeconds(5), cancellationToken);
            return (start, Resident(process.Id));
        }
        finally
        {
            process.AskToEnd();
            await process.WaitForEndAsync(CancellationToken.None);
        }
    }

    private static async Task<bool> AnswersAsync(V1.Nest.NestClient client)
    {
        try
        {
            await client.GetNodeAsync(new GetNodeRequest(), deadline: DateTime.UtcNow.AddSeconds(5));
            return true;
        }
        catch (RpcException)
        {
            return false;
        }
    }

    private static double Resident(int process)
    {
        using var running = Process.GetProcessById(process);
        return running.WorkingSet64 / 1048576.0;
    }
}
