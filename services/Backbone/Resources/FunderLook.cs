using CollectiveImpact.Backbone.Measurement;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Resources;

/// <summary>What the money of one source of an initiative did, through however many hands it went.</summary>
internal sealed class FunderLook(ResourceRecords records, LogReader reader, NodeStanding standing, string initiative)
{
    /// <summary>A part a currency, with the initiatives of one page.</summary>
    /// <param name="source">The source's id.</param>
    /// <param name="size">Initiatives on the page, a currency.</param>
    /// <param name="after">Only initiatives that come after.</param>
    public (IEnumerable<FunderView.Types.Part> Parts, string NextToken) Parts(string source, int size, string after)
    {
        var funds = new Funds(records, reader.Find, reader.Query);
        var groups = ReferenceTable.Of(reader.Query, ResourceTopic.Source(initiative, source), initiative)
            .Where(mention => FundKind.IsFund(mention.Kind))
            .Select(mention => funds.Find(initiative, mention.Id)).OfType<Fund>()
            .GroupBy(fund => fund.Promised.Currency).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (Currency: group.Key, Promised: group.Sum(fund => Amount.Stored(fund.Promised)), Moved: group.SelectMany(fund => Moved(fund.Fund_)).ToList()))
            .ToList();
        // One page of initiatives, the same for all currencies.
        var page = groups.SelectMany(group => group.Moved).Select(moved => moved.Initiative).Distinct()
            .Where(each => string.CompareOrdinal(each, after) > 0).Order(StringComparer.Ordinal).Take(size + 1).ToList();
        var next = page.Count > size ? page[size - 1] : "";
        var shown = page.Take(size).ToHashSet();
        return (groups.Select(group => Part(group.Currency, group.Promised, group.Moved, shown)), next);
    }

    private FunderView.Types.Part Part(string currency, long promised, IReadOnlyList<Moved> moved, HashSet<string> shown)
    {
        var all = Holding(moved);
        var first = moved.Where(each => each.Flow == Flow.Received).Select(each => each.First).DefaultIfEmpty("").Min()!;
        return new FunderView.Types.Part
        {
            Currency = currency,
            Promised = Amount.Write(promised, currency),
            Received = Amount.Write(all.Received, currency),
            Refunded = Amount.Write(all.Refunded, currency),
            Spent = Amount.Write(all.Spent, currency),
            Unspent = Amount.Write(all.Unspent, currency),
            Committed = Amount.Write(all.Committed, currency),
            OnItsWay = Amount.Write(checked(all.Allocated - all.TakenBack - all.Accepted + all.Returned), currency),
            Indicators =
            {
                moved.Where(each => each.Flow == Flow.Spent).GroupBy(each => each.Indicator)
                    .OrderBy(group => group.Key.Length == 0).ThenBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => ByIndicator(group.Key, Amount.Write(group.Sum(each => each.Units), currency), first)),
            },
            Initiatives =
            {
                moved.Where(each => shown.Contains(each.Initiative)).GroupBy(each => each.Initiative).OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => ByInitiative(group.Key, Holding(group), currency)),
            },
        };
    }

    private FunderView.Types.ByIndicator ByIndicator(string indicator, string spent, string first)
    {
        var row = new FunderView.Types.ByIndicator { Indicator = indicator, Spent = spent };
        if (indicator.Length == 0) return row;
        var (definer, id) = RecordId.Parts(indicator);
        if (standing.Indicators.Find(definer, id) is not { } known) return row;
        row.Name = known.Name;
        if (SeriesReader.Fault(standing, initiative, known, reader) is not null) return row;
        var points = SeriesReader.Read(reader, initiative, known, "", null, null).Points.Where(point => point.Value.Length > 0).ToList();
        row.Latest = points.LastOrDefault();
        row.Before = points.LastOrDefault(point => string.CompareOrdinal($"{Period.Parse(point.Period)!.Last:yyyy-MM-dd}", first) < 0);
        return row;
    }

    private static FunderView.Types.ByInitiative ByInitiative(string initiative, Holding holding, string currency) => new()
    {
        Initiative = initiative,
        Reached = Amount.Write(checked(holding.Received + holding.Accepted), currency),
        Spent = Amount.Write(holding.Spent, currency),
        Unspent = Amount.Write(holding.Unspent, currency),
    };

    private static Holding Holding(IEnumerable<Moved> moved) => moved.Aggregate(default(Holding), (holding, each) => holding.With(each.Flow, each.Units));

    /// <summary>What moved of the money of an own fund: in it, and in all funds that it has come to.</summary>
    private List<Moved> Moved(string fund)
    {
        using var rows = reader.Query(
            """
            SELECT initiative, flow, indicator, MIN(day), CAST(SUM(units) AS BIGINT) FROM money
            WHERE initiative = $1 AND fund = $2 AND closed = '' GROUP BY initiative, flow, indicator
            UNION ALL
            SELECT m.initiative, m.flow, m.indicator, MIN(m.day), CAST(SUM(m.units) AS BIGINT) FROM fund_origins o
            JOIN money m ON m.initiative = o.initiative AND m.fund = o.fund
            WHERE o.origin_initiative = $1 AND o.origin_fund = $2 AND m.closed = '' GROUP BY m.initiative, m.flow, m.indicator
            """,
            initiative, fund);
        List<Moved> moved = [];
        while (rows.Read()) moved.Add(new Moved(rows.GetString(0), (Flow)rows.GetInt32(1), rows.GetString(2), rows.GetString(3), rows.GetInt64(4)));
        return moved;
    }
}

/// <summary>What moved one way for one indicator.</summary>
/// <param name="Initiative">In whose funds.</param>
/// <param name="Flow">Which way.</param>
/// <param name="Indicator">For which indicator; empty for none.</param>
/// <param name="First">The first day.</param>
/// <param name="Units">How much.</param>
internal readonly record struct Moved(string Initiative, Flow Flow, string Indicator, string First, long Units);
