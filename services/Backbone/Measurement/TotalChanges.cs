using CollectiveImpact.Exchange.Log;

namespace CollectiveImpact.Backbone.Measurement;

/// <summary>
/// What an operation adds to totals, joined: a thousand reports in one operation change a national figure once. A total
/// is changed by the difference, so a report costs the same however many initiatives are in the nest.
/// </summary>
internal sealed class TotalChanges
{
    private readonly Dictionary<TotalKey, (Figure Value, Figure Denominator, int Contributions)> _changes = [];

    public void Add(TotalKey key, ReportedFigure figure) => Add(key, figure.Value, figure.Denominator, 1);

    public void Subtract(TotalKey key, ReportedFigure figure) => Add(key, -figure.Value, -figure.Denominator, -1);

    /// <summary>Writes the changes, and says which totals they made.</summary>
    public IReadOnlyList<Total> Write(LogTransaction transaction)
    {
        List<Total> totals = [];
        foreach (var (key, change) in _changes.Where(pair => pair.Value != default))
        {
            var before = Read(transaction, key);
            var total = before with
            {
                Value = before.Value + change.Value,
                Denominator = before.Denominator + change.Denominator,
                Contributions = before.Contributions + change.Contributions,
            };
            Store(transaction, total);
            totals.Add(total);
        }

        _changes.Clear();
        return totals;
    }

    private static Total Read(LogTransaction transaction, TotalKey key)
    {
        using var row = transaction.Query(
            "SELECT value, denominator, contributions FROM totals WHERE initiative = $1 AND indicator = $2 AND cell = $3 AND period = $4",
            key.Initiative, key.Indicator, key.Cell, key.Period);
        return row.Read()
            ? new Total(key, Figure.Stored(row.GetString(0)), Figure.Stored(row.GetString(1)), row.GetInt32(2))
            : new Total(key, Figure.Zero, Figure.Zero, 0);
    }

    private static void Store(LogTransaction transaction, Total total)
    {
        var key = total.Key;
        if (total.Contributions == 0)
            transaction.Execute(
                "DELETE FROM totals WHERE initiative = $1 AND indicator = $2 AND cell = $3 AND period = $4",
                key.Initiative, key.Indicator, key.Cell, key.Period);
        else
            transaction.Execute(
                """
                INSERT INTO totals VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (initiative, indicator, cell, period)
                DO UPDATE SET value = excluded.value, denominator = excluded.denominator, contributions = excluded.contributions
                """,
                key.Initiative, key.Indicator, key.Cell, key.Period, total.Value.ToString(), total.Denominator.ToString(), total.Contributions);
    }

    private void Add(TotalKey key, Figure value, Figure denominator, int contributions)
    {
        var before = _changes.GetValueOrDefault(key);
        _changes[key] = (before.Value + value, before.Denominator + denominator, before.Contributions + contributions);
    }
}
