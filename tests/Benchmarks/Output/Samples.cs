namespace CollectiveImpact.Benchmarks.Output;

/// <summary>Quantiles of a few thousand measurements.</summary>
internal sealed class Samples(IEnumerable<double> values)
{
    private readonly double[] _sorted = [.. values.Order()];

    public double Median => Quantile(0.5);

    public double Quantile(double share) => _sorted[Math.Min(_sorted.Length - 1, (int)(share * _sorted.Length))];
}
