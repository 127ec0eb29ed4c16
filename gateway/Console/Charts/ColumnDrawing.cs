using CollectiveImpact.Console.Figures;

namespace CollectiveImpact.Console.Charts;

/// <summary>Columns side by side: what a few periods are read best from.</summary>
internal sealed class ColumnDrawing
{
    private const double WidestColumn = 64;

    public ColumnDrawing(IReadOnlyList<ChartPoint> points, Measure measure, ChartSize size)
    {
        var labels = points.Select(point => point.RolledUp is { } shown ? measure.Say(shown) : "").ToList();
        var slot = size.Width / points.Count;
        var room = (int)(slot / size.Digit);
        if (labels.Any(label => label.Length > room))
            labels = [.. points.Select(point => point.Value is { } value ? measure.Mark(value) : "")];
        Direct = labels.All(label => label.Length <= room);
        var left = Direct ? 0 : Axis.MarginFor(size);
        slot = (size.Width - left) / points.Count;

        var axis = new ValueAxis(
            points.SelectMany(point => new[] { point.Value, point.PublishedValue }).OfType<double>(),
            size.Font * 1.8,
            size.Height - (size.Font * 3.6));
        Baseline = axis.Y(0);
        PeriodsY = size.Height - (size.Font * 0.4);
        Ticks = Direct ? [] : Axis.Of(axis, measure);
        Columns = [.. points.Select((point, place) => Draw(point, place))];

        Column Draw(ChartPoint point, int place)
        {
            var width = Math.Min(slot * 0.62, WidestColumn);
            var published = point.PublishedValue is { } held ? axis.Y(held) : (double?)null;
            (double Top, double Height)? bar = point.Value is { } value
                ? (Math.Min(axis.Y(value), Baseline), Math.Abs(axis.Y(value) - Baseline))
                : null;
            var above = Math.Min(bar?.Top ?? Baseline, published ?? Baseline);
            var step = Math.Max(1, (int)Math.Ceiling(point.Mark.Length * size.Digit * 1.3 / slot));
            return new(
                left + (slot * place) + ((slot - width) / 2),
                width,
                bar,
                published,
                Direct ? labels[place] : "",
                above - (size.Font * 0.55),
                (points.Count - 1 - place) % step == 0 ? point.Mark : "");
        }
    }

    /// <summary>Whether each column carries its figure, so that no axis is needed.</summary>
    public bool Direct { get; }

    public double Baseline { get; }

    public double PeriodsY { get; }

    public IReadOnlyList<AxisTick> Ticks { get; }

    public IReadOnlyList<Column> Columns { get; }
}
