using System.Collections.Concurrent;
using CollectiveImpact.Cli.Nodes;
using CollectiveImpact.V1;

namespace CollectiveImpact.Cli.Status;

/// <summary>The function maps of the initiatives that a node hosts.</summary>
internal sealed class HostedMaps(OperatorConnection node)
{
    private const int PageSize = 1000;
    private const int CallsAtOnce = 16;

    public async Task<IReadOnlyList<FunctionMap>> ReadAsync(Node self, CancellationToken cancellationToken)
    {
        var maps = new ConcurrentBag<FunctionMap>();
        await Parallel.ForEachAsync(
            await HostedAsync(self, cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = CallsAtOnce, CancellationToken = cancellationToken },
            async (initiative, token) => maps.Add(await node.CallAsync(
                options => node.Charter.GetFunctionMapAsync(new() { Initiative = initiative }, options), token)));
        return [.. maps.OrderBy(map => map.Initiative, StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<string>> HostedAsync(Node self, CancellationToken cancellationToken)
    {
        var hosted = new List<string>();
        var token = "";
        do
        {
            var request = new ListInitiativesRequest { Level = self.Level, PageSize = PageSize, PageToken = token };
            var page = await node.CallAsync(options => node.Registry.ListInitiativesAsync(request, options), cancellationToken);
            hosted.AddRange(page.Initiatives.Where(initiative => initiative.Node == self.Node_).Select(initiative => initiative.Initiative_));
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        return hosted;
    }
}
