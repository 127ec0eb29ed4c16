using CollectiveImpact.Benchmarks.Output;

namespace CollectiveImpact.Benchmarks.RollUp;

/// <summary>One side's round.</summary>
/// <param name="Reports">How many reports it was.</param>
/// <param name="Seconds">From the first that was sent until the nation's figure held all.</param>
/// <param name="Delays">From each report's sending until the nation's figure held it, in milliseconds.</param>
/// <param name="Processor">Seconds that the servers used of the processors.</param>
internal sealed record Outcome(int Reports, double Seconds, Samples Delays, double Processor)
{
    /// <summary>For a comparison of rates.</summary>
    public double[] Rates => [Reports / Seconds, .. Delay];

    /// <summary>For a comparison of delays.</summary>
    public double[] Delay => [Delays.Median, Delays.Quantile(0.99), Processor * 1000 / Reports];
}
