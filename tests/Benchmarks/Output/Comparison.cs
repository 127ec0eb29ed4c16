using System.Globalization;

namespace CollectiveImpact.Benchmarks.Output;

/// <summary>
/// Several sides that do the same work, each measured once a round. The first is ours: beside each other side stands how
/// many times better ours is, as the median of the rounds' own ratios, so that an hour in which the machine is slow slows
/// both.
/// </summary>
/// <param name="title">What was done.</param>
/// <param name="compared">What is compared: `reports/s`.</param>
/// <param name="columns">What else is measured.</param>
internal sealed class Comparison(string title, string compared, params string[] columns)
{
    /// <summary>Whether what is compared is better the less it is: a time, and not a rate.</summary>
    public bool LessIsBetter { get; init; }

    private readonly List<string> _sides = [];
    private readonly Dictionary<string, List<double[]>> _rounds = [];

    /// <summary>Takes a side's figure in one round, and those for the columns; NaN where it has none.</summary>
    public void Add(string side, params double[] figures)
    {
        if (!_rounds.TryGetValue(side, out var rounds))
        {
            _sides.Add(side);
            _rounds.Add(side, rounds = []);
        }

        rounds.Add(figures);
    }

    public void Write()
    {
        List<string[]> table = [["", compared, "range", "ours beside it", .. columns]];
        foreach (var side in _sides)
        {
            var (rounds, ours) = (_rounds[side], _rounds[_sides[0]]);
            var rates = new Samples(rounds.Select(round => round[0]));
            var ratio = new Samples(ours.Zip(rounds, (mine, other) => LessIsBetter ? other[0] / mine[0] : mine[0] / other[0]));
            table.Add([
                side, Show(rates.Median), $"{Show(rates.Quantile(0))} to {Show(rates.Quantile(1))}",
                side == _sides[0] ? "" : ratio.Median.ToString("0.00", CultureInfo.InvariantCulture),
                .. columns.Select((_, i) => Show(new Samples(rounds.Select(round => round[i + 1])).Median)),
            ]);
        }

        Console.WriteLine($"{title}, medians of {_rounds[_sides[0]].Count} rounds:");
        var widths = Enumerable.Range(0, table[0].Length).Select(column => table.Max(row => row[column].Length)).ToArray();
        foreach (var row in table)
            Console.WriteLine("  " + string.Join("  ", row.Select((text, column) => column == 0 ? text.PadRight(widths[0]) : text.PadLeft(widths[column]))).TrimEnd());
        Console.WriteLine();
    }

    // Three digits say all that such a measurement knows.
    private static string Show(double figure) => figure switch
    {
        double.NaN => "",
        >= 100 => figure.ToString("#,0", CultureInfo.InvariantCulture),
        >= 10 => figure.ToString("0.0", CultureInfo.InvariantCulture),
        _ => figure.ToString("0.00", CultureInfo.InvariantCulture),
    };
}
