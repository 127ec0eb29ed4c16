using System.Diagnostics;
using CollectiveImpact.V1;
using Grpc.Core;
using Grpc.Net.Client;

namespace CollectiveImpact.Benchmarks.Nodes;

/// <summary>Makes initiatives and their indicator.</summary>
internal static class Registration
{
    public const string Nation = "bench", Province = "bench.province", Indicator = "reports";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Registers an initiative that measures for itself.</summary>
    public static Task RegisterAsync(GrpcChannel channel, string id, Level level, string? parent, CancellationToken cancellationToken) =>
        RegisterAsync(channel, id, level, parent, [Function.EstablishSharedMeasurement], cancellationToken);

    /// <summary>Registers an initiative that holds some functions itself.</summary>
    public static async Task RegisterAsync(
        GrpcChannel channel, string id, Level level, string? parent, IReadOnlyList<Function> holds, CancellationToken cancellationToken)
    {
        var request = new RegisterInitiativeRequest
        {
            Initiative = id,
            Level = level,
            Name = new Text { En = id },
            Holds = { holds },
        };
        if (parent is not null) request.Alignments.Add(new Alignment { Parent = parent });
        for (var begun = Stopwatch.GetTimestamp(); ;)
        {
            try
            {
                await new V1.Nest.NestClient(channel).RegisterInitiativeAsync(request, cancellationToken: cancellationToken);
                return;
            }
            catch (RpcException exception) when (
                exception.StatusCode is StatusCode.Unavailable or StatusCode.NotFound && Stopwatch.GetElapsedTime(begun) < Patience)
            {
                // The services are starting, or the parent's record is on its way.
                await Task.Delay(50, cancellationToken);
            }
        }
    }

    public static Task RegisterAllAsync(GrpcChannel channel, IEnumerable<string> ids, Level level, string parent, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            ids, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = cancellationToken },
            async (id, cancel) => await RegisterAsync(channel, id, level, parent, cancel));

    /// <summary>Defines the nation's indicator: a count, of which all cells add up.</summary>
    public static async Task DefineAsync(GrpcChannel channel, Indicator.Types.PeriodKind periods, CancellationToken cancellationToken) =>
        await new SharedMeasurement.SharedMeasurementClient(channel).DefineIndicatorAsync(
            new DefineIndicatorRequest
            {
                Initiative = Nation,
                Indicator = new Indicator
                {
                    Indicator_ = Indicator,
                    Name = new Text { En = "Reports" },
                    Kind = V1.Indicator.Types.Kind.Count,
                    PeriodKind = periods,
                },
            },
            cancellationToken: cancellationToken);
}
