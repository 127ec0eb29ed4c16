using CollectiveImpact.NestFolder;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.NestLoading;

/// <summary>At which node each initiative's measurement is held, as the nest's function maps tell it.</summary>
internal sealed class Holders(NestConnection nest, Patience patience, Folder folder)
{
    // One watch lasts at most this long; where it has not heard of all by then, another begins.
    private static readonly TimeSpan Watch = TimeSpan.FromSeconds(30);

    /// <summary>The node of each initiative of the folder.</summary>
    public Task<IReadOnlyDictionary<string, string>> FindAsync(CancellationToken cancellationToken) =>
        patience.CallAsync("learning who holds shared measurement", Watch, ReadAsync, cancellationToken);

    private async Task<IReadOnlyDictionary<string, string>> ReadAsync(CallOptions options)
    {
        // Where the folder names a holder, the wait is for that one: its acceptance may still be on its way.
        var named = folder.Holdings
            .Where(holding => holding.Function == Function.EstablishSharedMeasurement)
            .ToDictionary(holding => holding.Initiative, holding => holding.Holders[0]);
        var waiting = folder.Initiatives.Rows.Select(row => row.Id).ToHashSet();
        var nodes = new Dictionary<string, string>();
        using var watch = nest.Charter.WatchFunctionMap(new(), options);
        try
        {
            await foreach (var told in watch.ResponseStream.ReadAllAsync(options.CancellationToken))
            {
                foreach (var map in told.Maps)
                    Take(map);
                if (waiting.Count == 0)
                    return nodes;
            }
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.DeadlineExceeded)
        {
            // Told below, with the names of those who are missing.
        }
        throw new RpcException(new(
            StatusCode.Unavailable, $"nobody is known to hold it for {waiting.Count} initiatives, {string.Join(", ", waiting.Take(5))} among them"));

        void Take(FunctionMap map)
        {
            var state = map.Functions.FirstOrDefault(state => state.Function == Function.EstablishSharedMeasurement);
            if (state is not { WriterNode.Length: > 0 } || named.GetValueOrDefault(map.Initiative, state.Writer) != state.Writer)
                return;
            nodes[map.Initiative] = state.WriterNode;
            waiting.Remove(map.Initiative);
        }
    }
}
