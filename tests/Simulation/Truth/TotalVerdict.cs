using System.Globalization;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Simulation.Nodes;
using CollectiveImpact.Simulation.Running;
using CollectiveImpact.V1;

namespace CollectiveImpact.Simulation.Truth;

/// <summary>Every figure that a node keeps is what the reports that stand add up to, to the last digit.</summary>
internal sealed class TotalVerdict(World world, SimulatedNode node, Dictionary<DocumentKey, Held> documents)
{
    public void Pass()
    {
        var (should, kept) = (Should(), Kept());
        foreach (var key in should.Keys.Union(kept.Keys).Order())
        {
            var (expected, found) = (should.GetValueOrDefault(key), kept.GetValueOrDefault(key));
            if (expected != found) throw new SimulationFailure($"{node} keeps {found} for {key}, and the reports add up to {expected}");
        }
    }

    private SortedDictionary<string, (decimal Value, decimal Denominator, long Contributions)> Kept() => node.Process!.Log.Read(reader =>
    {
        using var rows = reader.Query("SELECT initiative, indicator, cell, period, value, denominator, contributions FROM totals");
        SortedDictionary<string, (decimal, decimal, long)> kept = new(StringComparer.Ordinal);
        while (rows.Read())
            kept.Add(
                $"{rows.GetString(0)} {rows.GetString(1)} {rows.GetString(2)} {rows.GetString(3)}",
                (decimal.Parse(rows.GetString(4), CultureInfo.InvariantCulture), decimal.Parse(rows.GetString(5), CultureInfo.InvariantCulture), rows.GetInt64(6)));
        return kept;
    });

    private SortedDictionary<string, (decimal Value, decimal Denominator, long Contributions)> Should()
    {
        SortedDictionary<string, (decimal Value, decimal Denominator, long Contributions)> sums = new(StringComparer.Ordinal);
        foreach (var (key, held) in documents)
        {
            if (key.Kind != "report" || held.Content.Deleted || key.Id.Split('/') is not [var definer, var indicator, var period, _]) continue;
            var observations = ReportRecord.Parser.ParseFrom(held.Content.Payload).Observations;
            foreach (var part in observations.GroupBy(observation => observation.PartOf))
            {
                // Cells by one dimension are all that clients report, or a total and no cells.
                var figures = part.GroupBy(observation => observation.Cell).Select(cell => (Cell: cell.Key, Sum: Sum(cell))).ToList();
                if (!figures.Exists(figure => figure.Cell.Length == 0)) figures.Add(("", Sum(part)));
                foreach (var (cell, sum) in figures)
                    foreach (var target in Targets(key.Initiative, part.Key).Where(Keeps))
                    {
                        var place = $"{target} {definer}/{indicator} {cell} {period}";
                        var before = sums.GetValueOrDefault(place);
                        sums[place] = (before.Value + sum.Value, before.Denominator + sum.Denominator, before.Contributions + 1);
                    }
            }
        }

        return sums;
    }

    private static (decimal Value, decimal Denominator) Sum(IEnumerable<Observation> observations)
    {
        var (value, denominator) = (0m, 0m);
        foreach (var observation in observations)
        {
            value += decimal.Parse(observation.Value, CultureInfo.InvariantCulture);
            if (observation.Denominator.Length > 0) denominator += decimal.Parse(observation.Denominator, CultureInfo.InvariantCulture);
        }

        return (value, denominator);
    }

    private IEnumerable<string> Targets(string initiative, string part) => part.Length > 0
        ? world.Shape.Ancestors(part).Prepend(part).Prepend(initiative)
        : world.Shape.Ancestors(initiative).Prepend(initiative);

    private bool Keeps(string initiative) => world.Shape.Ancestors(initiative).Prepend(initiative).Any(each => world.Shape.Of(each).Host == node);
}
