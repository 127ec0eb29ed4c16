using System.Globalization;
using CollectiveImpact.Faults.Tests.Nodes;
using Grpc.Core;

namespace CollectiveImpact.Faults.Tests.Writing;

/// <summary>
/// Reports one initiative's figures without pause, one call at a time, and makes each again until it is acknowledged. No
/// two of its figures are alike.
/// </summary>
/// <param name="initiative">Whose figures.</param>
/// <param name="nodes">The node that takes them; several where the function goes from one to the other.</param>
/// <param name="ledger">Where it notes what was acknowledged.</param>
/// <param name="calls">Counts its calls.</param>
/// <param name="random">Which report is next.</param>
internal sealed class Writer(string initiative, IReadOnlyList<NodeClient> nodes, Ledger ledger, CallCount calls, Random random)
{
    private const int Years = 40;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(8);
    private int _node;

    /// <param name="stop">No further report is begun; the last is made until it is acknowledged.</param>
    /// <param name="patience">Ends it in any case, with a failure.</param>
    public async Task RunAsync(CancellationToken stop, CancellationToken patience)
    {
        using var pace = new PeriodicTimer(Pace);
        for (var value = 1L; !stop.IsCancellationRequested; value++)
        {
            var key = new ReportKey(initiative, (2000 + random.Next(Years)).ToString(CultureInfo.InvariantCulture));
            while (await pace.WaitForNextTickAsync(patience) && await SayAsync(key, value, patience) is not true)
            {
                // Not acknowledged: it may stand or not, and saying it again is right either way.
            }
        }
    }

    private async Task<bool> SayAsync(ReportKey key, long value, CancellationToken patience)
    {
        var request = new ReportRequest
        {
            Initiative = key.Initiative,
            Indicator = Agreement.Indicator,
            Period = key.Period,
            Observations = { new Observation { Value = value.ToString(CultureInfo.InvariantCulture) } },
        };
        try
        {
            calls.Begin();
            // Without a deadline: a call that is given up while its node lives could still be carried out, after the next.
            var answer = await nodes[_node].Measurement.ReportAsync(request, cancellationToken: patience);
            ledger.Acknowledge(key, new Acknowledged(value, answer.Revision), counted: nodes.Count == 1);
            return true;
        }
        catch (RpcException exception) when (MayBeRepeated(exception) && !patience.IsCancellationRequested)
        {
            ledger.Fail(exception.StatusCode);
            return false;
        }
    }

    private bool MayBeRepeated(RpcException exception)
    {
        // A node that is killed while it is being dialled leaves a connection that never came to be.
        if (exception is { StatusCode: StatusCode.Unavailable } or { StatusCode: StatusCode.Internal, Status.DebugException: HttpRequestException }) return true;
        // Another holds the function now, or will in a moment.
        if (exception.StatusCode != StatusCode.FailedPrecondition || nodes.Count == 1) return false;
        _node = (_node + 1) % nodes.Count;
        return true;
    }
}
