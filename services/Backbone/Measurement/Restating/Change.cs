using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Measurement.Restating;

/// <summary>What one initiative reported for one period, and counts otherwise under another day's shape.</summary>
/// <param name="Initiative">Who observed it.</param>
/// <param name="Period">For when.</param>
/// <param name="Contributions">How many of its contributions are in the figure that was rolled up.</param>
/// <param name="Was">What they sum to; null: there are none.</param>
/// <param name="Becomes">What of it is in the restated one; null: nothing.</param>
/// <param name="Rules">Why.</param>
internal sealed record Change(
    string Initiative, Period Period, int Contributions, (Figure Value, Figure Denominator)? Was, (Figure Value, Figure Denominator)? Becomes, IReadOnlyList<RestatementRule> Rules)
{
    public Figure Value => (Becomes?.Value ?? Figure.Zero) - (Was?.Value ?? Figure.Zero);

    public Figure Denominator => (Becomes?.Denominator ?? Figure.Zero) - (Was?.Denominator ?? Figure.Zero);
}
