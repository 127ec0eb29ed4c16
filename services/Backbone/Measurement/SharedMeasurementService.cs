using CollectiveImpact.Backbone.Calls;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Grpc.Core;
using Microsoft.Extensions.Hosting;

namespace CollectiveImpact.Backbone.Measurement;

/// <summary>What the nest measures together.</summary>
internal sealed partial class SharedMeasurementService(
    DocumentLog log, StandingRules rules, Reporting reporting, SeriesBroadcast broadcast, MeasurementMetrics metrics, IHostApplicationLifetime lifetime, TimeProvider time)
    : SharedMeasurement.SharedMeasurementBase
{
    private const int MostItems = 100_000;
    private const int MostBytes = 64 << 20;

    public override Task<Indicator> DefineIndicator(DefineIndicatorRequest request, ServerCallContext context) =>
        log.WriteAsync(transaction => reporting.Define(transaction, request), context.CancellationToken);

    public override Task<ReportResponse> Report(ReportRequest request, ServerCallContext context) => metrics.Count(() => 1, async () =>
    {
        await rules.Arrival(standing => Knows(standing, request.Initiative, request.Indicator), context.CancellationToken);
        return await log.WriteAsync(transaction => reporting.Report(transaction, request), context.CancellationToken);
    });

    public override Task<ImportResponse> Import(IAsyncStreamReader<ImportRequest> requestStream, ServerCallContext context)
    {
        List<ImportRequest> items = [];
        return metrics.Count(
            () => items.Count(item => item.ItemCase == ImportRequest.ItemOneofCase.Report), () => Import(items, requestStream, context));
    }

    public override Task<ListIndicatorsResponse> ListIndicators(ListIndicatorsRequest request, ServerCallContext context)
    {
        (Check.Id("initiative", request.Initiative) ?? Check.PageSize("page_size", request.PageSize, 100, 1000, out _))?.Throw();
        Check.PageSize("page_size", request.PageSize, 100, 1000, out var size);
        var standing = Known(request.Initiative);
        // The token is the key of the last indicator of the page before.
        var page = standing.Nest.Ancestors(request.Initiative)
            .Concat(standing.Nest.Descendants(request.Initiative))
            .Append(request.Initiative)
            .SelectMany(definer => standing.Indicators.DefinedBy(definer).Values)
            .Select(indicator => (Token: $"{indicator.Indicator_}/{indicator.Initiative}", Indicator: indicator))
            .OrderBy(each => each.Token, StringComparer.Ordinal)
            .Where(each => string.CompareOrdinal(each.Token, request.PageToken) > 0)
            .Take(size + 1).ToList();
        return Task.FromResult(new ListIndicatorsResponse
        {
            Indicators = { page.Take(size).Select(each => each.Indicator) },
            NextPageToken = page.Count > size ? page[size - 1].Token : "",
        });
    }

    public override Task<ListReportsResponse> ListReports(ListReportsRequest request, ServerCallContext context) => Task.FromResult(
        Listed(request.Initiative, request.Indicator, request.PageSize).Reports(request.PageToken));

    public override Task<ListPublishedResponse> ListPublished(ListPublishedRequest request, ServerCallContext context) => Task.FromResult(
        Listed(request.Initiative, request.Indicator, request.PageSize).Published(request.PageToken));

    public override Task<Series> GetSeries(GetSeriesRequest request, ServerCallContext context)
    {
        Check.Id("initiative", request.Initiative)?.Throw();
        var (from, until) = (Bound("from", request.From), Bound("until", request.Until));
        Cell.Read("cell", request.Cell, out var cell)?.Throw();
        var standing = Known(request.Initiative);
        standing.Indicators.Resolve(standing.Nest, request.Initiative, "indicator", request.Indicator, out var indicator)?.Throw();
        return Task.FromResult(log.Read(reader =>
        {
            SeriesReader.Fault(standing, request.Initiative, indicator, reader)?.Throw();
            return SeriesReader.Read(reader, request.Initiative, indicator, cell.Text, from, until);
        }));
    }

    public override Task<Reconciliation> Reconcile(ReconcileRequest request, ServerCallContext context)
    {
        (Check.Id("initiative", request.Initiative)
            ?? Check.PageSize("page_size", request.PageSize, 1000, 10_000, out _)
            ?? Period.Read("period", request.Period, out _)
            ?? Cell.Read("cell", request.Cell, out _))?.Throw();
        Check.PageSize("page_size", request.PageSize, 1000, 10_000, out var size);
        Period.Read("period", request.Period, out var period);
        Cell.Read("cell", request.Cell, out var cell);
        var skip = 0;
        if (request.PageToken.Length > 0 && (!int.TryParse(request.PageToken, out skip) || skip < 0))
            CallFault.Invalid("page_token", "is none that an answer gave; leave it empty for the first page").Throw();
        var standing = Known(request.Initiative);
        standing.Indicators.Resolve(standing.Nest, request.Initiative, "indicator", request.Indicator, out var indicator)?.Throw();
        Attribution.Fault(standing, request.Initiative)?.Throw();
        if (period.Kind != indicator.PeriodKind)
            CallFault.Invalid("period", $"`{period.Text}` is a {period.Kind}, and {indicator.Indicator_} is reported by {indicator.PeriodKind}").Throw();
        var key = new TotalKey(request.Initiative, IndicatorKey.Of(indicator), cell.Text, period.Text);
        return Task.FromResult(log.Read(reader => new Reconciler(standing, reader, key, indicator, period).Read(size, skip)));
    }

    public override async Task WatchSeries(
        WatchSeriesRequest request, IServerStreamWriter<WatchSeriesResponse> responseStream, ServerCallContext context)
    {
        (Check.Id("initiative", request.Initiative) ?? Cell.Read("cell", request.Cell, out _))?.Throw();
        Cell.Read("cell", request.Cell, out var cell);
        var standing = Known(request.Initiative);
        standing.Indicators.Resolve(standing.Nest, request.Initiative, "indicator", request.Indicator, out var indicator)?.Throw();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        using var subscription = broadcast.Subscribe(request.Initiative, IndicatorKey.Of(indicator), cell.Text);
        var series = log.Read(reader =>
        {
            SeriesReader.Fault(standing, request.Initiative, indicator, reader)?.Throw();
            return SeriesReader.Read(reader, request.Initiative, indicator, cell.Text, null, null);
        });
        await WatchEnd.Quietly(
            async () =>
            {
                await responseStream.WriteAsync(new WatchSeriesResponse { Points = { series.Points }, Complete = true }, ending.Token);
                while (true)
                {
                    var changed = await subscription.NextAsync(ending.Token);
                    var points = log.Read(reader => changed
                        .Select(total => SeriesReader.Point(indicator, total.Key, total, SeriesReader.Published(reader, total.Key))).ToList());
                    await responseStream.WriteAsync(new WatchSeriesResponse { Points = { points } }, ending.Token);
                }
            },
            ending.Token,
            context.CancellationToken);
    }

    private ReportedList Listed(string initiative, string indicator, int pageSize)
    {
        (Check.Id("initiative", initiative) ?? Check.PageSize("page_size", pageSize, 100, 1000, out _))?.Throw();
        Check.PageSize("page_size", pageSize, 100, 1000, out var size);
        var standing = Known(initiative);
        Attribution.Fault(standing, initiative)?.Throw();
        if (indicator.Length == 0) return new ReportedList(log, initiative, "", size);
        standing.Indicators.Resolve(standing.Nest, initiative, "indicator", indicator, out var resolved)?.Throw();
        return new ReportedList(log, initiative, $"{IndicatorKey.Of(resolved)}/", size);
    }

    private async Task<ImportResponse> Import(List<ImportRequest> items, IAsyncStreamReader<ImportRequest> requestStream, ServerCallContext context)
    {
        var bytes = 0L;
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            var item = requestStream.Current;
            if ((bytes += item.CalculateSize()) > MostBytes || items.Count == MostItems)
                new CallFault(StatusCode.ResourceExhausted, "", $"an import has at most {MostItems} items and {MostBytes >> 20} MiB; send it as several").Throw();
            items.Add(item);
        }

        List<(string Initiative, string Indicator)> names = [.. items.Select(Named).DistinctBy(name => name.Indicator)];
        await rules.Arrival(standing => names.TrueForAll(name => Knows(standing, name.Initiative, name.Indicator)), context.CancellationToken);
        var importing = new Importing(reporting);
        if (items is not [{ CheckOnly: true }, ..]) return await log.WriteAsync(transaction => importing.Store(transaction, items), context.CancellationToken);
        try
        {
            return await log.WriteAsync<ImportResponse>(transaction => throw new Checked(importing.Check(transaction, items)), context.CancellationToken);
        }
        catch (Checked all)
        {
            return all.Answer;
        }
    }

    private static (string Initiative, string Indicator) Named(ImportRequest item) => item.ItemCase == ImportRequest.ItemOneofCase.Published
        ? (item.Published.Initiative, item.Published.Indicator)
        : (item.Report?.Initiative ?? "", item.Report?.Indicator ?? "");

    private static bool Knows(NodeStanding standing, string initiative, string indicator) =>
        standing.Indicators.Resolve(standing.Nest, initiative, "", indicator, out _) is not { Code: StatusCode.NotFound };

    private NodeStanding Known(string initiative)
    {
        var standing = rules.Published;
        if (standing.Nest.Find(initiative) is null) CallFault.UnknownInitiative("initiative", initiative).Throw();
        return standing;
    }

    /// <summary>Ends an operation that was to be looked at and not to stand.</summary>
    private sealed class Checked(ImportResponse answer) : Exception
    {
        public ImportResponse Answer => answer;
    }

    private static Period? Bound(string field, string text)
    {
        if (text.Length == 0) return null;
        Period.Read(field, text, out var period)?.Throw();
        return period;
    }
}
