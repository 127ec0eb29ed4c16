using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Measurement.Restating;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Measurement;

/// <content>Figures under the shape of another day.</content>
internal sealed partial class SharedMeasurementService
{
    private const int UsualChanges = 100, MostChanges = 1000;

    public override Task<RestatedSeries> GetRestatedSeries(GetRestatedSeriesRequest request, ServerCallContext context)
    {
        var (standing, indicator, cell, day) = Restated(request.Initiative, request.Indicator, request.Cell, request.Day);
        return Task.FromResult(log.Read(reader => new RestatedReader(reader, standing, request.Initiative, indicator, cell, day).Series()));
    }

    public override Task<Restatement> ExplainRestatement(ExplainRestatementRequest request, ServerCallContext context)
    {
        (Check.PageSize("page_size", request.PageSize, UsualChanges, MostChanges, out var size)
            ?? Period.Read("period", request.Period, out _)
            ?? (request.PageToken.Length == 0 ? null : Check.Id("page_token", request.PageToken)))?.Throw();
        Period.Read("period", request.Period, out var period);
        var (standing, indicator, cell, day) = Restated(request.Initiative, request.Indicator, request.Cell, request.Day);
        if (period.Kind != indicator.PeriodKind)
            CallFault.Invalid("period", $"`{period.Text}` is a {period.Kind}, and {indicator.Indicator_} is reported by {indicator.PeriodKind}").Throw();
        return Task.FromResult(log.Read(reader => new RestatedReader(reader, standing, request.Initiative, indicator, cell, day).Explain(period, size, request.PageToken)));
    }

    private (NodeStanding Standing, Indicator Indicator, string Cell, DateOnly Day) Restated(string initiative, string named, string asked, string written)
    {
        (Check.Id("initiative", initiative) ?? Cell.Read("cell", asked, out _) ?? Check.Day("day", written, out _))?.Throw();
        Cell.Read("cell", asked, out var cell);
        Check.Day("day", written, out var day);
        var standing = Known(initiative);
        standing.Indicators.Resolve(standing.Nest, initiative, "indicator", named, out var indicator)?.Throw();
        RestatedReader.Fault(standing, initiative, indicator)?.Throw();
        return (standing, indicator, cell.Text, day ?? time.Today());
    }
}
