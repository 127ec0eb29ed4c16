using CollectiveImpact.NestLoading;
using Grpc.Core;

namespace CollectiveImpact.Faults.Tests.Nodes;

/// <summary>What the nodes of a test agree on before faults begin: who is there, what is measured, and who reports it.</summary>
internal sealed class Agreement(CancellationToken cancellationToken)
{
    public const string Indicator = "need";

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(15);
    private readonly Patience _patience = new(TimeProvider.System);

    /// <summary>Registers an initiative that holds shared measurement itself.</summary>
    public Task RegisterAsync(NodeClient node, string initiative, Level level, params string[] parents) => CallAsync(
        $"registering {initiative}",
        options => node.Registry.RegisterInitiativeAsync(
            new RegisterInitiativeRequest
            {
                Initiative = initiative,
                Level = level,
                Name = new Text { En = initiative },
                Alignments = { parents.Select(parent => new Alignment { Parent = parent }) },
                Holds = { Function.EstablishSharedMeasurement },
            },
            options));

    /// <summary>Defines the one indicator, a count by year.</summary>
    public Task DefineAsync(NodeClient node, string initiative) => CallAsync(
        $"defining {Indicator}",
        options => node.Measurement.DefineIndicatorAsync(
            new DefineIndicatorRequest
            {
                Initiative = initiative,
                Indicator = new Indicator
                {
                    Indicator_ = Indicator,
                    Name = new Text { En = "Households in need" },
                    Kind = V1.Indicator.Types.Kind.Count,
                    PeriodKind = V1.Indicator.Types.PeriodKind.Year,
                },
            },
            options));

    /// <summary>Waits until a node knows the indicator, and with it all that was said before.</summary>
    public Task KnownAsync(NodeClient node, string initiative) => Wait.UntilAsync(
        $"{Indicator} at the {node.Name} node",
        async () => await node.Measurement.ListIndicatorsAsync(new ListIndicatorsRequest { Initiative = initiative }, cancellationToken: cancellationToken),
        list => list.Indicators.Count == 1,
        cancellationToken);

    /// <summary>Gives shared measurement of an initiative into the hands of one above it, until both nodes know that it is there.</summary>
    public async Task CarryAsync(NodeClient host, string initiative, NodeClient above, string holder)
    {
        var carry = new HandOver(initiative, host, holder, above);
        await carry.GiveAsync(holder, cancellationToken);
    }

    private async Task CallAsync<T>(string what, Func<CallOptions, AsyncUnaryCall<T>> call) =>
        await _patience.CallAsync(what, Deadline, async options => await call(options), cancellationToken);
}
