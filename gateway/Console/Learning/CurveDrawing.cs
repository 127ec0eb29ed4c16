using CollectiveImpact.Console.Charts;
using CollectiveImpact.Console.Figures;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Learning;

/// <summary>Where the parts of a curve's picture stand. Coordinates are those of the view box.</summary>
internal sealed class CurveDrawing
{
    private const int MostDots = 30;

    private readonly ChartSize _size;
    private readonly int _first;
    private readonly int _span;

    public CurveDrawing(Curve curve, Measure measure, Dates dates, ChartSize size)
    {
        _size = size;
        var figures = new CurveFigures(curve, measure);
        var history = curve.Points.Select(point => (point.Period, Value: figures.Read(point)?.Approximate)).ToList();
        var ahead = (curve.Forecast?.Ahead ?? []).Select(point => (point.Period, Value: Read(point.Value), Low: Read(point.Low), High: Read(point.High))).ToList();
        var targets = curve.Targets.Select(target => (target.Period, Value: Read(target.Value))).ToList();
        var periods = history.Select(point => point.Period).Concat(ahead.Select(point => point.Period)).Concat(targets.Select(target => target.Period))
            .Append(curve.Baseline).Where(period => period.Length > 0).Distinct().OrderBy(Day).ToList();
        _first = Day(periods[0]);
        _span = Math.Max(1, Day(periods[^1]) - _first);
        (Left, Top, Bottom) = (Axis.MarginFor(size), size.Font * 0.8, size.Height - (size.Font * 1.8));
        PeriodsY = size.Height - (size.Font * 0.4);
        var axis = new ValueAxis(
            history.Select(point => point.Value).OfType<double>().Concat(targets.Select(target => target.Value)).Concat(ahead.SelectMany(point => new[] { point.Low, point.High })),
            Top, Bottom - Top);
        Ticks = Axis.Of(axis, measure);
        BaselineX = curve.Baseline.Length > 0 ? X(curve.Baseline) : null;
        Targets = [.. targets.Select(target => (X(target.Period), axis.Y(target.Value)))];

        var reported = history.Where(point => point.Value is not null).Select(point => (X: X(point.Period), Y: axis.Y(point.Value!.Value))).ToList();
        Dots = reported.Count <= MostDots ? reported : [];
        Paths = Runs(history.Select(point => point.Value is { } value ? At(X(point.Period), axis.Y(value)) : null));
        if (ahead.Count > 0 && reported.Count > 0)
        {
            var last = At(reported[^1].X, reported[^1].Y);
            Ahead = "M" + string.Join('L', ahead.Select(point => At(X(point.Period), axis.Y(point.Value))).Prepend(last));
            Band = "M" + string.Join('L', ahead.Select(point => At(X(point.Period), axis.Y(point.High))).Prepend(last)
                .Concat(ahead.Select(point => At(X(point.Period), axis.Y(point.Low))).Reverse())) + "z";
        }
        Periods = [.. Marked(periods, dates)];
    }

    public double Left { get; }

    public double Top { get; }

    public double Bottom { get; }

    public double PeriodsY { get; }

    public IReadOnlyList<AxisTick> Ticks { get; }

    /// <summary>Null where no baseline is set.</summary>
    public double? BaselineX { get; }

    public IReadOnlyList<(double X, double Y)> Targets { get; }

    /// <summary>The reported figures, where they are few enough to be told apart.</summary>
    public IReadOnlyList<(double X, double Y)> Dots { get; }

    /// <summary>One path for each run of periods without a gap.</summary>
    public IReadOnlyList<string> Paths { get; }

    /// <summary>From the last figure through what is forecast; empty where nothing is.</summary>
    public string Ahead { get; } = "";

    /// <summary>The range of the forecast.</summary>
    public string Band { get; } = "";

    public IReadOnlyList<(double X, string Mark)> Periods { get; }

    private static double Read(string figure) => ExactDecimal.Parse(figure)?.Approximate ?? 0;

    private static int Day(string period) => Period.Parse(period)?.First.DayNumber ?? 0;

    private static string At(double x, double y) => $"{Svg.Number(x)} {Svg.Number(y)}";

    // A target's mark is as wide as a letter, and stays within the picture.
    private double X(string period) => Left + 6 + ((_size.Width - Left - 14) * (Day(period) - _first) / _span);

    private static List<string> Runs(IEnumerable<string?> points)
    {
        var runs = new List<string>();
        var run = new List<string>();
        foreach (var point in points.Append(null))
        {
            if (point is not null)
                run.Add(point);
            else if (run.Count > 0)
            {
                // A single point has no length: a closed path of none is drawn as the line's round end.
                runs.Add(run.Count == 1 ? $"M{run[0]}z" : "M" + string.Join('L', run));
                run = [];
            }
        }
        return runs;
    }

    // The first and the last period, and those between that have room.
    private IEnumerable<(double X, string Mark)> Marked(List<string> periods, Dates dates)
    {
        var last = dates.PeriodMark(periods[^1]);
        var end = Inside(X(periods[^1]), last);
        var free = 0.0;
        foreach (var period in periods.SkipLast(1))
        {
            var mark = dates.PeriodMark(period);
            var (x, half) = (Inside(X(period), mark), Half(mark));
            if (x - half < free || x + half + (2 * _size.Digit) > end - Half(last))
                continue;
            free = x + half + (2 * _size.Digit);
            yield return (x, mark);
        }
        yield return (end, last);
    }

    private double Half(string mark) => mark.Length * _size.Digit / 2;

    private double Inside(double x, string mark) => Math.Min(Math.Max(x, Half(mark)), _size.Width - Half(mark));
}
