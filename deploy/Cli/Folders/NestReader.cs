using System.Collections.Concurrent;
using CollectiveImpact.NestLoading;
using CollectiveImpact.NestLoading.Progress;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Cli.Folders;

/// <summary>Reads a nest, or what lies under one initiative of it, through its public interface.</summary>
internal sealed class NestReader(NestConnection nest, IStageProgress progress)
{
    private const int CallsAtOnce = 8;
    private const int PageSize = 1000;
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    /// <summary>What is counted while it reads.</summary>
    public static Stage Stage { get; } = new("initiatives read", One: "initiative read");

    /// <param name="under">Only this initiative and what is aligned with it; empty for all.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Snapshot> ReadAsync(string under, CancellationToken cancellationToken)
    {
        var listed = await PagesAsync(
            token => nest.Registry.ListInitiativesAsync(new() { Under = under, PageSize = PageSize, PageToken = token }, Options(cancellationToken)),
            page => (page.Initiatives, page.NextPageToken));
        progress.Begin(Stage, listed.Count);
        var kept = new ConcurrentBag<Initiative>();
        var reports = new ConcurrentDictionary<string, IReadOnlyList<StandingReport>>();
        var published = new ConcurrentDictionary<string, IReadOnlyList<PublishedFigure>>();
        await AllAsync(listed, cancellationToken, async (initiative, token) =>
        {
            if (await IfKeptAsync(() => ReportsAsync(initiative.Initiative_, token), initiative.Initiative_ == under) is { } standing)
            {
                // The list is of a node that may hear of a change last; by its id an initiative is asked for at its own.
                kept.Add(await nest.Registry.GetInitiativeAsync(new() { Initiative = initiative.Initiative_ }, Options(token)));
                reports[initiative.Initiative_] = standing;
                published[initiative.Initiative_] = await PublishedAsync(initiative.Initiative_, token);
            }
            progress.Advance(Stage, 1);
        });

        var initiatives = await WithThoseAboveAsync([.. kept], cancellationToken);
        var maps = new ConcurrentBag<FunctionMap>();
        await AllAsync(initiatives, cancellationToken, async (initiative, token) => maps.Add(
            await nest.Charter.GetFunctionMapAsync(new() { Initiative = initiative.Initiative_ }, Options(token))));
        return new(
            initiatives,
            [.. maps.OrderBy(map => map.Initiative, StringComparer.Ordinal)],
            await IndicatorsAsync(initiatives, reports.Values.SelectMany(each => each), cancellationToken),
            [.. reports.OrderBy(each => each.Key, StringComparer.Ordinal).SelectMany(each => each.Value)],
            [.. published.OrderBy(each => each.Key, StringComparer.Ordinal).SelectMany(each => each.Value)],
            listed.Count - reports.Count);
    }

    private Task<IReadOnlyList<StandingReport>> ReportsAsync(string initiative, CancellationToken cancellationToken) => PagesAsync(
        token => nest.Measurement.ListReportsAsync(new() { Initiative = initiative, PageSize = PageSize, PageToken = token }, Options(cancellationToken)),
        page => (page.Reports, page.NextPageToken));

    private Task<IReadOnlyList<PublishedFigure>> PublishedAsync(string initiative, CancellationToken cancellationToken) => PagesAsync(
        token => nest.Measurement.ListPublishedAsync(new() { Initiative = initiative, PageSize = PageSize, PageToken = token }, Options(cancellationToken)),
        page => (page.Figures, page.NextPageToken));

    /// <summary>Null where the figures of an initiative are kept at other nodes than can be reached here.</summary>
    private static async Task<T?> IfKeptAsync<T>(Func<Task<T>> read, bool isDemanded)
        where T : class
    {
        try
        {
            return await read();
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.FailedPrecondition && !isDemanded)
        {
            return null;
        }
    }

    // An alignment names initiatives above, which name others: without them the folder would have no top.
    private async Task<IReadOnlyList<Initiative>> WithThoseAboveAsync(
        IReadOnlyList<Initiative> kept, CancellationToken cancellationToken)
    {
        var found = new SortedDictionary<string, Initiative>(kept.ToDictionary(each => each.Initiative_), StringComparer.Ordinal);
        var open = new Queue<Initiative>(kept);
        while (open.TryDequeue(out var initiative))
        {
            foreach (var parent in initiative.Alignments.Select(alignment => alignment.Parent).Where(parent => !found.ContainsKey(parent)))
            {
                var above = await nest.Registry.GetInitiativeAsync(new() { Initiative = parent }, Options(cancellationToken));
                found.Add(parent, above);
                open.Enqueue(above);
            }
        }
        return [.. found.Values];
    }

    private async Task<IReadOnlyList<Indicator>> IndicatorsAsync(
        IReadOnlyList<Initiative> initiatives, IEnumerable<StandingReport> reports, CancellationToken cancellationToken)
    {
        var found = new SortedDictionary<string, Indicator>(StringComparer.Ordinal);
        var ids = initiatives.Select(each => each.Initiative_).ToHashSet();
        // Each lists its own, those above it and those below it: what the tops list, and what a report names beside that.
        foreach (var top in initiatives.Where(each => each.Alignments.Count == 0))
            await AddAsync(top.Initiative_);
        foreach (var report in reports)
        {
            if (!found.ContainsKey(report.Indicator))
                await AddAsync(report.Initiative);
        }
        return [.. found.Values];

        async Task AddAsync(string initiative)
        {
            var listed = await PagesAsync(
                token => nest.Measurement.ListIndicatorsAsync(new() { Initiative = initiative, PageSize = PageSize, PageToken = token }, Options(cancellationToken)),
                page => (page.Indicators, page.NextPageToken));
            foreach (var indicator in listed.Where(each => ids.Contains(each.Initiative)))
                found[$"{indicator.Initiative}/{indicator.Indicator_}"] = indicator;
        }
    }

    private static async Task<IReadOnlyList<TItem>> PagesAsync<TPage, TItem>(
        Func<string, AsyncUnaryCall<TPage>> read, Func<TPage, (IEnumerable<TItem> Items, string Next)> open)
    {
        List<TItem> items = [];
        var token = "";
        do
        {
            var (page, next) = open(await read(token));
            items.AddRange(page);
            token = next;
        }
        while (token.Length > 0);
        return items;
    }

    private CallOptions Options(CancellationToken cancellationToken) => new(deadline: (TimeProvider.System.GetUtcNow() + Deadline).UtcDateTime, cancellationToken: cancellationToken);

    private static Task AllAsync<T>(IEnumerable<T> items, CancellationToken cancellationToken, Func<T, CancellationToken, ValueTask> body) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = CallsAtOnce, CancellationToken = cancellationToken }, body);
}
