using System.Globalization;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Measurement.Learning;

/// <summary>An indicator's curve for an initiative: where it comes from, where it is to go, and where it goes by itself.</summary>
internal sealed class CurveReader(LearningRecords records, LogReader reader, NodeStanding standing, string initiative, Indicator indicator)
{
    public Curve Read(string cell, int ahead)
    {
        SeriesReader.Fault(standing, initiative, indicator, reader)?.Throw();
        var curve = new Curve
        {
            Initiative = initiative,
            Indicator = indicator,
            Cell = cell,
            Points = { SeriesReader.Read(reader, initiative, indicator, cell, null, null).Points },
            Crosswalks = { Crosswalks() },
        };
        List<(Period Period, double Value)> points =
            [.. curve.Points.Where(point => Shown(point).Length > 0).Select(point => (Period.Parse(point.Period)!, double.Parse(Shown(point), CultureInfo.InvariantCulture)))];
        var targets = records.Targets.Find(reader.Find, initiative, IndicatorKey.Of(indicator))?.Record ?? new Targets();
        curve.Baseline = targets.Baseline;
        curve.Targets.Add(targets.Targets_.Where(target => target.Cell == cell).Select(target => Point(target, curve.Points)));
        curve.NoForecast = Refused(points);
        if (curve.NoForecast.Length == 0) curve.Forecast = Ahead(Trend.Of(points)!, points[^1].Period, ahead);
        if (targets.Baseline.Length > 0) curve.Turn = Turned(points, Period.Parse(targets.Baseline)!, curve.Points);
        return curve;
    }

    /// <summary>Crosswalks that name the indicator on either side, of this initiative, those above and those below.</summary>
    private IEnumerable<Crosswalk> Crosswalks() => ReferenceTable
        .Of(reader, LearningTopic.Crosswalk(IndicatorKey.Of(indicator)), CrosswalkKind.Kind, TwinKind<Crosswalk>.Kept(CrosswalkKind.Kind))
        .Select(mention => records.Crosswalks.Find(reader.Find, mention.Initiative, mention.Id)).OfType<Found<Crosswalk>>()
        .Where(found => found.Sharing == Sharing.Shared || found.Initiative == initiative)
        .Select(ShownLearning.Of);

    private TargetPoint Point(CurveTarget target, IEnumerable<SeriesPoint> points)
    {
        var actual = points.FirstOrDefault(point => point.Period == target.Period) is { } point ? Shown(point) : "";
        return new TargetPoint { Period = target.Period, Value = target.Value, Actual = actual, State = StateOf(actual, target.Value) };
    }

    private TargetPoint.Types.State StateOf(string actual, string wanted)
    {
        if (actual.Length == 0) return TargetPoint.Types.State.Open;
        var order = Figure.Stored(actual).CompareTo(Figure.Stored(wanted));
        return indicator.Direction switch
        {
            Indicator.Types.Direction.Up => order >= 0 ? TargetPoint.Types.State.Reached : TargetPoint.Types.State.Missed,
            Indicator.Types.Direction.Down => order <= 0 ? TargetPoint.Types.State.Reached : TargetPoint.Types.State.Missed,
            _ => TargetPoint.Types.State.Undirected,
        };
    }

    private string Refused(IReadOnlyList<(Period Period, double Value)> points) => points.Count < Trend.FewestPoints
        ? $"{Trend.FewestPoints} figures are needed, and there are {points.Count}"
        : points[^1].Period.Next() is null ? "the indicator is reported by ranges of days, and none follows on another" : "";

    private static Forecast Ahead(Trend trend, Period last, int periods)
    {
        var forecast = new Forecast { Method = Forecast.Types.Method.LinearTrend, Points = trend.Points, RangePercent = Trend.RangePercent };
        for (var period = last.Next(); period is not null && forecast.Ahead.Count < periods; period = period.Next()) forecast.Ahead.Add(trend.For(period));
        return forecast;
    }

    private Turn? Turned(IReadOnlyList<(Period Period, double Value)> points, Period baseline, IEnumerable<SeriesPoint> shown)
    {
        if (points.Count == 0 || points[^1].Period.First <= baseline.First) return null;
        if (Trend.Of([.. points.Where(point => point.Period.First <= baseline.First)]) is not { } trend) return null;
        var (latest, value) = points[^1];
        var expected = trend.For(latest);
        var (low, high) = (double.Parse(expected.Low, CultureInfo.InvariantCulture), double.Parse(expected.High, CultureInfo.InvariantCulture));
        return new Turn
        {
            Period = latest.Text,
            Actual = Shown(shown.Single(point => point.Period == latest.Text)),
            Expected = expected,
            State = value >= low && value <= high ? Turn.Types.State.AsExpected
                : indicator.Direction switch
                {
                    Indicator.Types.Direction.Up => value > high ? Turn.Types.State.Better : Turn.Types.State.Worse,
                    Indicator.Types.Direction.Down => value < low ? Turn.Types.State.Better : Turn.Types.State.Worse,
                    _ => Turn.Types.State.Unspecified,
                },
        };
    }

    /// <summary>The figure that people look at: of a ratio or a mean the rate.</summary>
    private string Shown(SeriesPoint point) => indicator.HasDenominator() ? point.Rate : point.Value;
}
