using System.Collections.Immutable;

namespace CollectiveImpact.Backbone.Measurement;

/// <summary>
/// Totals that were written lately and have more than one contribution: the next report is likely to change them again.
/// It is part of what stands, so an operation that fails takes it back, and a log that is opened anew begins without.
/// </summary>
internal sealed class HotTotals
{
    /// <summary>Totals that are remembered; with one more, all are forgotten.</summary>
    private const int Most = 2048;

    private readonly ImmutableDictionary<TotalKey, Total> _totals;

    private HotTotals(ImmutableDictionary<TotalKey, Total> totals) => _totals = totals;

    public static HotTotals None { get; } = new(ImmutableDictionary<TotalKey, Total>.Empty);

    public Total? Find(TotalKey key) => _totals.GetValueOrDefault(key);

    /// <summary>These, and what was written now.</summary>
    public HotTotals With(IEnumerable<Total> written)
    {
        var totals = _totals.ToBuilder();
        foreach (var total in written)
        {
            if (total.Contributions < 2)
            {
                if (_totals.ContainsKey(total.Key)) totals.Remove(total.Key);
                continue;
            }

            if (totals.Count == Most) totals.Clear();
            totals[total.Key] = total;
        }

        return new HotTotals(totals.ToImmutable());
    }
}
