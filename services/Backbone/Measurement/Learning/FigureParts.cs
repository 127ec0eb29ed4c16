using System.Numerics;

namespace CollectiveImpact.Backbone.Measurement.Learning;

/// <summary>A child's figure in the two periods of a change; null where nothing is counted through it.</summary>
internal readonly record struct TwoFigures((Figure Value, Figure Denominator)? From, (Figure Value, Figure Denominator)? To)
{
    public Figure Value => (To?.Value ?? Figure.Zero) - (From?.Value ?? Figure.Zero);

    public Figure Denominator => (To?.Denominator ?? Figure.Zero) - (From?.Denominator ?? Figure.Zero);
}

/// <summary>Takes the change of a rate apart, so that what is shown of the parts adds up to what is shown of the whole.</summary>
internal static class FigureParts
{
    private static readonly BigInteger Billion = 1_000_000_000;

    /// <summary>
    /// What each brought to the change of the whole's rate: its numerator over the whole's denominator, after less before.
    /// These add up to the change. Each is rounded down to 9 digits, and the billionths that are then missing go to those
    /// that were rounded down most.
    /// </summary>
    /// <param name="parts">The parts.</param>
    /// <param name="whole">What they add up to, with a denominator greater than zero in both periods.</param>
    /// <returns>The change, and each part's share in it, in the order of the parts.</returns>
    public static (Figure Whole, Figure[] Parts) Rates(IReadOnlyList<TwoFigures> parts, TwoFigures whole)
    {
        BigInteger before = (BigInteger)whole.From!.Value.Denominator.Billionths, after = (BigInteger)whole.To!.Value.Denominator.Billionths;
        var divisor = before * after;
        var exact = parts.Select(part =>
            ((BigInteger)(part.To?.Value.Billionths ?? 0) * before - (BigInteger)(part.From?.Value.Billionths ?? 0) * after) * Billion).ToArray();
        var shares = exact.Select(each => Floor(each, divisor)).ToArray();
        var total = Nearest(exact.Aggregate(BigInteger.Zero, (sum, each) => sum + each), divisor);
        var missing = (int)(total - shares.Aggregate(BigInteger.Zero, (sum, each) => sum + each));
        foreach (var index in Enumerable.Range(0, parts.Count).OrderByDescending(i => exact[i] - shares[i] * divisor).Take(missing)) shares[index]++;
        return (new Figure((Int128)total), [.. shares.Select(share => new Figure((Int128)share))]);
    }

    private static BigInteger Floor(BigInteger dividend, BigInteger divisor)
    {
        var quotient = BigInteger.DivRem(dividend, divisor, out var remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }

    private static BigInteger Nearest(BigInteger dividend, BigInteger divisor) => Floor(2 * dividend + divisor, 2 * divisor);
}
