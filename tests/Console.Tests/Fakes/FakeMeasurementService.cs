using System.Globalization;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Tests.Fakes;

internal sealed class FakeMeasurementService(FakeNest nest) : SharedMeasurement.SharedMeasurementBase
{
    public override Task<ListIndicatorsResponse> ListIndicators(ListIndicatorsRequest request, ServerCallContext context)
    {
        nest.Answering("ListIndicators");
        var from = request.PageToken.Length == 0 ? 0 : int.Parse(request.PageToken, CultureInfo.InvariantCulture);
        var next = from + request.PageSize;
        return Task.FromResult(new ListIndicatorsResponse
        {
            Indicators = { nest.Indicators.Skip(from).Take(request.PageSize) },
            NextPageToken = next < nest.Indicators.Count ? next.ToString(CultureInfo.InvariantCulture) : "",
        });
    }

    public override Task<Series> GetSeries(GetSeriesRequest request, ServerCallContext context)
    {
        nest.Answering("GetSeries");
        var indicator = Find(request.Indicator);
        var points = nest.Points.GetValueOrDefault((request.Initiative, request.Indicator, request.Cell));
        if (indicator.Kind == Indicator.Types.Kind.Value && points is null)
            throw new RpcException(new Status(StatusCode.FailedPrecondition, "It does not add."));
        return Task.FromResult(new Series
        {
            Initiative = request.Initiative,
            Indicator = indicator,
            Cell = request.Cell,
            Points = { points ?? [] },
            Cells =
            {
                nest.Points.Keys
                    .Where(key => key.Initiative == request.Initiative && key.Indicator == request.Indicator)
                    .Select(key => key.Cell)
                    .Order(StringComparer.Ordinal),
            },
        });
    }

    public override Task<Reconciliation> Reconcile(ReconcileRequest request, ServerCallContext context)
    {
        nest.Answering("Reconcile");
        if (!nest.Reconciliations.TryGetValue(
            (request.Initiative, request.Indicator, request.Period, request.Cell), out var whole))
            throw new RpcException(new Status(StatusCode.InvalidArgument, "period: not one of the indicator's"));
        var from = request.PageToken.Length == 0 ? 0 : int.Parse(request.PageToken, CultureInfo.InvariantCulture);
        var next = from + request.PageSize;
        var page = whole.Clone();
        page.Contributions.Clear();
        page.Contributions.Add(whole.Contributions.Skip(from).Take(request.PageSize));
        page.NextPageToken = next < whole.Contributions.Count ? next.ToString(CultureInfo.InvariantCulture) : "";
        return Task.FromResult(page);
    }

    private Indicator Find(string key) =>
        nest.Indicators.Find(indicator => $"{indicator.Initiative}/{indicator.Indicator_}" == key)
        ?? throw new RpcException(new Status(StatusCode.NotFound, "unknown indicator"));
}
