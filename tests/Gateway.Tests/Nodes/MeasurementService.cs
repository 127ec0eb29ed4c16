using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Gateway.Tests.Nodes;

internal sealed class MeasurementService(NodeState node) : SharedMeasurement.SharedMeasurementBase
{
    public override Task<Indicator> DefineIndicator(DefineIndicatorRequest request, ServerCallContext context) =>
        Task.FromResult(new Indicator(request.Indicator) { Initiative = request.Initiative });

    public override Task<ReportResponse> Report(ReportRequest request, ServerCallContext context) =>
        node.OnReport(request, context);

    public override Task<ListIndicatorsResponse> ListIndicators(ListIndicatorsRequest request, ServerCallContext context) =>
        Task.FromResult(new ListIndicatorsResponse
        {
            Indicators =
            {
                new Indicator
                {
                    Initiative = "ca", Indicator_ = "homes", Name = new Text { En = "Homes", Fr = "Logements" },
                    Kind = Indicator.Types.Kind.Count, PeriodKind = Indicator.Types.PeriodKind.Year,
                },
            },
        });

    public override Task<ListReportsResponse> ListReports(ListReportsRequest request, ServerCallContext context) =>
        Task.FromResult(new ListReportsResponse { Reports = { node.Reports } });

    public override Task<Series> GetSeries(GetSeriesRequest request, ServerCallContext context) =>
        Task.FromResult(node.OnGetSeries?.Invoke(request) ?? new Series { Initiative = request.Initiative, Indicator = new Indicator { Initiative = node.Id } });

    public override async Task<ImportResponse> Import(
        IAsyncStreamReader<ImportRequest> requestStream, ServerCallContext context)
    {
        var items = 0;
        await foreach (var item in requestStream.ReadAllAsync(context.CancellationToken))
        {
            items++;
            node.Imported.Writer.TryWrite(item);
        }
        return new ImportResponse { Items = items };
    }

    public override Task WatchSeries(
        WatchSeriesRequest request, IServerStreamWriter<WatchSeriesResponse> responseStream, ServerCallContext context) =>
        node.OnWatchSeries(request, responseStream, context);
}
