using System.Runtime.InteropServices;
using CollectiveImpact.Exchange.Log;

namespace CollectiveImpact.Backbone.Measurement;

/// <summary>
/// What an operation adds to totals, joined: a thousand reports in one operation change a national figure once. A total
/// is changed by the difference, so a report costs the same however many initiatives are in the nest.
/// </summary>
internal sealed class TotalChanges
{
    private readonly Dictionary<TotalKey, Change> _changes = [];

    public void Add(TotalKey key, ReportedFigure figure) => Add(key, figure.Value, figure.Denominator, 1);

    public void Subtract(TotalKey key, ReportedFigure figure) => Add(key, -figure.Value, -figure.Denominator, -1);

    /// <summary>Writes the changes, and says which totals they made.</summary>
    public IReadOnlyList<Total> Write(LogTransaction transaction, HotTotals hot)
    {
        List<Total> totals = new(_changes.Count);
        foreach (var (key, change) in _changes)
            if (change != default) totals.Add(Write(transaction, key, change, hot.Find(key)));
        _changes.Clear();
        return totals;
    }

    private static Total Write(LogTransaction transaction, TotalKey key, Change change, Total? before)
    {
        // A place's own figure for a period is mostly new, and need not be looked for.
        if (before is null && change.Contributions == 1)
        {
            var first = new Total(key, change.Value, change.Denominator, 1);
            if (Insert(transaction, first)) return first;
        }

        before ??= Read(transaction, key) ?? new Total(key, Figure.Zero, Figure.Zero, 0);
        var total = before with
        {
            Value = before.Value + change.Value,
            Denominator = before.Denominator + change.Denominator,
            Contributions = before.Contributions + change.Contributions,
        };
        if (total.Contributions == 0) Delete(transaction, key);
        else if (before.Contributions == 0) Insert(transaction, total);
        else Update(transaction, total);
        return total;
    }

    private static Total? Read(LogTransaction transaction, TotalKey key)
    {
        using var row = transaction.Query(
            "SELECT value, denominator, contributions FROM totals WHERE initiative = $1 AND indicator = $2 AND cell = $3 AND period = $4",
            key.Initiative, key.Indicator, key.Cell, key.Period);
        return row.Read() ? new Total(key, Figure.Stored(row.GetString(0)), Figure.Stored(row.GetString(1)), row.GetInt32(2)) : null;
    }

    private static bool Insert(LogTransaction transaction, Total total) => transaction.Execute(
        "INSERT INTO totals (initiative, indicator, period, cell, value, denominator, contributions) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING",
        total.Key.Initiative, total.Key.Indicator, total.Key.Period, total.Key.Cell,
        total.Value.ToString(), total.Denominator.ToString(), total.Contributions) == 1;

    private static void Update(LogTransaction transaction, Total total) => transaction.Execute(
        "UPDATE totals SET value = $1, denominator = $2, contributions = $3 WHERE initiative = $4 AND indicator = $5 AND cell = $6 AND period = $7",
        total.Value.ToString(), total.Denominator.ToString(), total.Contributions,
        total.Key.Initiative, total.Key.Indicator, total.Key.Cell, total.Key.Period);

    private static void Delete(LogTransaction transaction, TotalKey key) => transaction.Execute(
        "DELETE FROM totals WHERE initiative = $1 AND indicator = $2 AND cell = $3 AND period = $4",
        key.Initiative, key.Indicator, key.Cell, key.Period);

    private void Add(TotalKey key, Figure value, Figure denominator, int contributions)
    {
        ref var change = ref CollectionsMarshal.GetValueRefOrAddDefault(_changes, key, out _);
        change = new Change(change.Value + value, change.Denominator + denominator, change.Contributions + contributions);
    }

    private readonly record struct Change(Figure Value, Figure Denominator, int Contributions);
}
