using CollectiveImpact.V1;
using Grpc.Net.Client;

namespace CollectiveImpact.Benchmarks.Nodes;

/// <summary>The real processes of a nest, with one nation, one province and so many locals.</summary>
internal sealed class RunningNest : IAsyncDisposable
{
    private RunningNest(RunningNodes nodes)
    {
        Nodes = nodes;
        Channel = GrpcChannel.ForAddress(nodes.Plan.Gateway.Address);
    }

    public RunningNodes Nodes { get; }

    /// <summary>To the gateway.</summary>
    public GrpcChannel Channel { get; }

    public static string Local(int number) => $"{Registration.Nation}.local-{number}";

    public static async Task<RunningNest> StartAsync(int locals, Indicator.Types.PeriodKind periods, CancellationToken cancellationToken)
    {
        var nest = new RunningNest(new RunningNodes());
        try
        {
            await nest.Nodes.StartAsync(nest.Nodes.Plan.All, cancellationToken);
            await Registration.RegisterAsync(nest.Channel, Registration.Nation, Level.National, null, cancellationToken);
            await Registration.RegisterAsync(nest.Channel, Registration.Province, Level.Provincial, Registration.Nation, cancellationToken);
            await Registration.RegisterAllAsync(
                nest.Channel, Enumerable.Range(0, locals).Select(Local), Level.Local, Registration.Province, cancellationToken);
            await Registration.DefineAsync(nest.Channel, periods, cancellationToken);
            return nest;
        }
        catch
        {
            await nest.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await Nodes.DisposeAsync();
    }
}
