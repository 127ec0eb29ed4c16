using CollectiveImpact.NestFolder.Published;
using CollectiveImpact.NestFolder.Requests;
using CollectiveImpact.NestFolder.Words;

namespace CollectiveImpact.Nest.Arrival;

/// <summary>A published figure with the roll-up that the nest answers for it.</summary>
/// <param name="Expected">The published figure, and what the folder's observations sum to.</param>
/// <param name="Contributions">How many contributions the nest has counted.</param>
/// <param name="Value">Their sum; null where nothing has arrived.</param>
/// <param name="Denominator">The sum of their denominators; null where they have none.</param>
internal sealed record ArrivedFigure(ExpectedFigure Expected, int Contributions, Figure? Value, Figure? Denominator)
{
    public PublishedRow Published => Expected.Published;

    /// <summary>Roll-up less published.</summary>
    public Figure? Difference => Value - Published.Value;

    public Figure? DenominatorDifference => Denominator - Published.Denominator;

    /// <summary>Whether both differences are within what rounding allows.</summary>
    public bool Matches =>
        Difference is { } difference && difference.Abs() <= Published.Tolerance
        && (Published.Denominator is null || (DenominatorDifference is { } below && below.Abs() <= Published.DenominatorTolerance));

    /// <summary>Whether all that the folder holds for it is in it.</summary>
    /// <param name="exactly">Whether it is also the same sum: not where people may have corrected figures since the load.</param>
    public bool IsComplete(bool exactly) =>
        Contributions == Expected.Contributions
        && (!exactly || Contributions == 0 || (Value == Expected.Value && Denominator == Expected.Denominator));
}
