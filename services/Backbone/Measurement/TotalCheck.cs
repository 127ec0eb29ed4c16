using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.Exchange.Operator;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Measurement;

/// <summary>Adds every total up anew from its contributions, and holds it against the one that is kept.</summary>
internal sealed class TotalCheck(StandingRules rules) : ITableCheck
{
    public long Check(LogReader reader, Action<VerifyFault> fault)
    {
        var (kept, sums) = (Kept(reader), Sums(reader, rules.Published));
        foreach (var key in kept.Keys.Union(sums.Keys))
        {
            var (is_, should) = (kept.GetValueOrDefault(key), sums.GetValueOrDefault(key));
            if (is_ == should) continue;
            fault(new VerifyFault
            {
                Initiative = key.Initiative,
                Kind = "total",
                Id = $"{key.Indicator}/{key.Period}/{key.Cell}",
                Fault = $"{Shown(is_)} is kept, and the contributions are {Shown(should)}",
            });
        }

        return kept.Count;
    }

    private static Dictionary<TotalKey, Sum> Kept(LogReader reader)
    {
        using var rows = reader.Query("SELECT initiative, indicator, cell, period, value, denominator, contributions FROM totals");
        Dictionary<TotalKey, Sum> kept = [];
        while (rows.Read())
            kept.Add(
                new TotalKey(rows.GetString(0), rows.GetString(1), rows.GetString(2), rows.GetString(3)),
                new Sum(Figure.Stored(rows.GetString(4)), Figure.Stored(rows.GetString(5)), rows.GetInt32(6)));
        return kept;
    }

    private static Dictionary<TotalKey, Sum> Sums(LogReader reader, NodeStanding standing)
    {
        Dictionary<TotalKey, Sum> sums = [];
        foreach (var document in DocumentWalk.Of(reader, kind => kind == ReportKind.Kind))
        {
            var report = ReportKey.Read(document.Content.Initiative, document.Content.Id)!;
            foreach (var (key, figure) in Contributions.Counts(standing, report, Contributions.Of(standing, report, document.Content)))
            {
                var before = sums.GetValueOrDefault(key);
                sums[key] = new Sum(before.Value + figure.Value, before.Denominator + figure.Denominator, before.Contributions + 1);
            }
        }

        return sums;
    }

    private static string Shown(Sum sum) => $"{sum.Value} over {sum.Denominator} of {sum.Contributions}";

    private readonly record struct Sum(Figure Value, Figure Denominator, int Contributions);
}
