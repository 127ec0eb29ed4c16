using CollectiveImpact.Console.Figures;

namespace CollectiveImpact.Console.Charts;

/// <summary>A line through time: for more periods than columns can show. It breaks where nothing is reported.</summary>
internal sealed class LineDrawing
{
    public LineDrawing(IReadOnlyList<ChartPoint> points, Measure measure, ChartSize size)
    {
        var left = Axis.MarginFor(size);
        var days = points.Select((point, place) => Period.Parse(point.Period)?.First.DayNumber ?? place).ToList();
        var span = Math.Max(1, days[^1] - days[0]);
        var axis = new ValueAxis(
            points.SelectMany(point => new[] { point.Value, point.PublishedValue }).OfType<double>(),
            size.Font * 0.8,
            size.Height - (size.Font * 2.6));

        PeriodsY = size.Height - (size.Font * 0.4);
        Ticks = Axis.Of(axis, measure);
        Left = left;
        Paths = [.. Runs()];
        Published = [.. points.Select((point, place) => (point, place))
            .Where(pair => pair.point.Published is not null)
            .Select(pair => (X(pair.place), axis.Y(pair.point.PublishedValue!.Value)))];
        Periods = [.. Marked()];

        double X(int place) => left + ((size.Width - left - size.Digit) * (days[place] - days[0]) / span);

        // The first and the last period, and those between that have room.
        IEnumerable<(double X, string Mark)> Marked()
        {
            var free = 0.0;
            for (var place = 0; place < points.Count; place++)
            {
                var half = points[place].Mark.Length * size.Digit / 2;
                var x = Math.Min(X(place), size.Width - half);
                if (x - half < free)
                    continue;
                free = x + half + (2 * size.Digit);
                yield return (x, points[place].Mark);
            }
        }

        IEnumerable<string> Runs()
        {
            var run = new List<string>();
            for (var place = 0; place < points.Count; place++)
            {
                if (points[place].Value is { } value)
                    run.Add($"{Svg.Number(X(place))} {Svg.Number(axis.Y(value))}");
                else if (run.Count > 0)
                {
                    yield return Path(run);
                    run = [];
                }
            }
            if (run.Count > 0)
                yield return Path(run);
        }
    }

    public double Left { get; }

    public double PeriodsY { get; }

    public IReadOnlyList<AxisTick> Ticks { get; }

    /// <summary>One path for each run of periods without a gap.</summary>
    public IReadOnlyList<string> Paths { get; }

    public IReadOnlyList<(double X, double Y)> Published { get; }

    public IReadOnlyList<(double X, string Mark)> Periods { get; }

    // A single point has no length: a closed path of none is drawn as the line's round end.
    private static string Path(List<string> run) => run.Count == 1 ? $"M{run[0]}z" : "M" + string.Join("L", run);
}
