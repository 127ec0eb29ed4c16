using System.Diagnostics;
using CollectiveImpact.Nest.Processes;
using CollectiveImpact.V1;
using Grpc.Core;
using Grpc.Net.Client;

namespace CollectiveImpact.Benchmarks;

/// <summary>The real processes of a nest, with one nation, one province and so many locals.</summary>
internal sealed class RunningNest : IAsyncDisposable
{
    public const string Indicator = "reports";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nest-benchmark-");
    private readonly Supervisor _supervisor;

    private RunningNest()
    {
        var plan = ServicePlan.Create(_folder.FullName, 0);
        _supervisor = new Supervisor(plan, _folder.FullName, TimeProvider.System);
        Channel = GrpcChannel.ForAddress(plan.Gateway.Address);
    }

    /// <summary>To the gateway.</summary>
    public GrpcChannel Channel { get; }

    public static string Local(int number) => $"bench.local-{number}";

    public static async Task<RunningNest> StartAsync(int locals)
    {
        var nest = new RunningNest();
        await nest.RegisterAsync("bench", Level.National);
        await nest.RegisterAsync("bench.province", Level.Provincial, "bench");
        await Parallel.ForEachAsync(
            Enumerable.Range(0, locals), new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (number, _) => await nest.RegisterAsync(Local(number), Level.Local, "bench.province"));
        await new SharedMeasurement.SharedMeasurementClient(nest.Channel).DefineIndicatorAsync(new DefineIndicatorRequest
        {
            Initiative = "bench",
            Indicator = new Indicator
            {
                Indicator_ = Indicator,
                Name = new Text { En = "Reports" },
                Kind = V1.Indicator.Types.Kind.Count,
                PeriodKind = V1.Indicator.Types.PeriodKind.Year,
            },
        });
        return nest;
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await _supervisor.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task RegisterAsync(string id, Level level, params string[] parents)
    {
        var request = new RegisterInitiativeRequest
        {
            Initiative = id,
            Level = level,
            Name = new Text { En = id },
            Alignments = { parents.Select(parent => new Alignment { Parent = parent }) },
            Holds = { Function.EstablishSharedMeasurement },
        };
        for (var begun = Stopwatch.GetTimestamp(); ;)
        {
            try
            {
                await new V1.Nest.NestClient(Channel).RegisterInitiativeAsync(request);
                return;
            }
            catch (RpcException exception) when (
                exception.StatusCode is StatusCode.Unavailable or StatusCode.NotFound && Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(30))
            {
                // The services are starting, or the parent's record is on its way.
                await Task.Delay(50);
            }
        }
    }
}
