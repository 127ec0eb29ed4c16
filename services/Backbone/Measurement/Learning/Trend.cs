using System.Globalization;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Measurement.Learning;

/// <summary>
/// What comes if nothing changes: the straight line with the least squared distance from the figures, and the range in
/// which a new figure falls in 80 of 100 cases if the figures scatter about the line as they did. An estimate, computed
/// in floating point, and never added.
/// </summary>
internal sealed class Trend
{
    /// <summary>Fewer tell nothing of how far figures scatter.</summary>
    public const int FewestPoints = 4;

    public const int RangePercent = 80;

    private const int Decimals = 6;

    // 90 of 100 of Student's t by degrees of freedom, from 1; for more of them the normal distribution's is as good.
    private static readonly double[] Student =
    [
        3.0777, 1.8856, 1.6377, 1.5332, 1.4759, 1.4398, 1.4149, 1.3968, 1.3830, 1.3722, 1.3634, 1.3562, 1.3502, 1.3450, 1.3406,
        1.3368, 1.3334, 1.3304, 1.3277, 1.3253, 1.3232, 1.3212, 1.3195, 1.3178, 1.3163, 1.3150, 1.3137, 1.3125, 1.3114, 1.3104,
    ];

    private const double Normal = 1.2816;

    private readonly double _meanDay, _meanValue, _slope, _squares, _deviation;
    private readonly bool _isNeverNegative;

    private Trend(IReadOnlyList<(Period Period, double Value)> points)
    {
        Points = points.Count;
        _isNeverNegative = points.All(point => point.Value >= 0);
        _meanDay = points.Average(point => Day(point.Period));
        _meanValue = points.Average(point => point.Value);
        _squares = points.Sum(point => Square(Day(point.Period) - _meanDay));
        _slope = points.Sum(point => (Day(point.Period) - _meanDay) * (point.Value - _meanValue)) / _squares;
        _deviation = Math.Sqrt(points.Sum(point => Square(point.Value - At(Day(point.Period)))) / (points.Count - 2));
    }

    /// <summary>How many figures it rests on.</summary>
    public int Points { get; }

    /// <param name="points">Figures of different periods.</param>
    /// <returns>Null where there are too few.</returns>
    public static Trend? Of(IReadOnlyList<(Period Period, double Value)> points) => points.Count < FewestPoints ? null : new Trend(points);

    public ForecastPoint For(Period period)
    {
        var day = Day(period);
        var reach = Quantile(Points - 2) * _deviation * Math.Sqrt(1 + 1.0 / Points + Square(day - _meanDay) / _squares);
        return new ForecastPoint { Period = period.Text, Value = Write(At(day)), Low = Write(At(day) - reach), High = Write(At(day) + reach) };
    }

    private static double Quantile(int degrees) => degrees <= Student.Length ? Student[degrees - 1] : Normal;

    private static double Day(Period period) => (period.First.DayNumber + period.Last.DayNumber) / 2.0;

    private static double Square(double value) => value * value;

    private double At(double day) => _meanValue + _slope * (day - _meanDay);

    private string Write(double value) =>
        Math.Round(_isNeverNegative ? Math.Max(value, 0) : value, Decimals).ToString("0.######", CultureInfo.InvariantCulture);
}
