namespace CollectiveImpact.Console.Charts;

/// <summary>The vertical axis of a chart. It always holds zero: the height of a figure is its size.</summary>
internal sealed class ValueAxis
{
    private const int MostSteps = 4;

    private readonly double _top;
    private readonly double _height;
    private readonly double _high;
    private readonly double _low;

    public ValueAxis(IEnumerable<double> values, double top, double height)
    {
        _top = top;
        _height = height;
        foreach (var value in values.Where(double.IsFinite))
            (_low, _high) = (Math.Min(_low, value), Math.Max(_high, value));
        if (_high == _low)
            _high = _low + 1;
        Ticks = [.. TicksBetween(_low, _high)];
    }

    /// <summary>Round numbers within the axis.</summary>
    public IReadOnlyList<double> Ticks { get; }

    public double Y(double value) => _top + ((_high - value) / (_high - _low) * _height);

    private static IEnumerable<double> TicksBetween(double low, double high)
    {
        var rough = (high - low) / MostSteps;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = new[] { 1, 2, 2.5, 5, 10 }.Select(factor => factor * power).First(candidate => candidate >= rough);
        for (var tick = Math.Ceiling(low / step) * step; tick <= high + (step / 1e6); tick += step)
            yield return Math.Abs(tick) < step / 1e6 ? 0 : tick;
    }
}
