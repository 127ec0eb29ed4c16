using CollectiveImpact.Backbone.Records;

namespace CollectiveImpact.Backbone.Resources;

/// <summary>What went one way, between an initiative and another, in a currency: before a span of days, and until its end.</summary>
/// <param name="Initiative">Whose; empty where it is a sum of all.</param>
/// <param name="Currency">In which currency.</param>
/// <param name="Flow">Which way.</param>
/// <param name="Other">The initiative at the other end; empty where there is none.</param>
/// <param name="Before">How much before the span, in the currency's smallest unit.</param>
/// <param name="Total">How much until its end, what went before included.</param>
internal readonly record struct MoneySum(string Initiative, string Currency, Flow Flow, string Other, long Before, long Total);

/// <summary>Adds movements up in the database, which reads nothing but an index for it.</summary>
internal static class MoneySums
{
    // With more initiatives than so many, going through the whole index is quicker than looking each of them up.
    private const int MostLookedUp = 400;

    private const string Columns =
        "currency, flow, other, CAST(SUM(CASE WHEN day < $1 THEN units ELSE 0 END) AS BIGINT), CAST(SUM(units) AS BIGINT)";

    // What is committed counts until the commitment is closed; all else is closed never.
    private const string InSpan = "day <= $2 AND (closed = '' OR closed > $2)";

    /// <summary>Of one initiative.</summary>
    /// <param name="ask">Asks the table.</param>
    /// <param name="initiative">Whose.</param>
    /// <param name="span">Which days.</param>
    /// <param name="onlyShared">Without what is kept.</param>
    public static List<MoneySum> Of(Ask ask, string initiative, Span span, bool onlyShared)
    {
        var sums = Read(ask(
            $"SELECT initiative, {Columns} FROM money WHERE initiative = $3 AND kept = 0 AND {InSpan} GROUP BY initiative, currency, flow, other",
            span.From, span.Until, initiative));
        if (!onlyShared)
            sums.AddRange(Read(ask(
                $"SELECT initiative, {Columns} FROM money WHERE initiative = $3 AND kept = 1 AND {InSpan} GROUP BY initiative, currency, flow, other",
                span.From, span.Until, initiative)));
        return sums;
    }

    /// <summary>Of what is shared of many; of those that are all, the sums are not told apart by initiative.</summary>
    /// <param name="ask">Asks the table.</param>
    /// <param name="members">Whose.</param>
    /// <param name="areAll">Whether there are no others.</param>
    /// <param name="span">Which days.</param>
    public static IEnumerable<MoneySum> Of(Ask ask, IReadOnlySet<string> members, bool areAll, Span span)
    {
        if (members.Count <= MostLookedUp) return members.SelectMany(member => Of(ask, member, span, onlyShared: true));
        return areAll
            ? Read(ask($"SELECT '', {Columns} FROM money WHERE kept = 0 AND {InSpan} GROUP BY currency, flow, other", span.From, span.Until))
            : Read(ask(
                $"SELECT initiative, {Columns} FROM money WHERE kept = 0 AND {InSpan} GROUP BY currency, flow, other, initiative",
                span.From, span.Until)).Where(sum => members.Contains(sum.Initiative));
    }

    private static List<MoneySum> Read(Exchange.Log.Rows rows)
    {
        using (rows)
        {
            List<MoneySum> sums = [];
            while (rows.Read())
                sums.Add(new MoneySum(rows.GetString(0), rows.GetString(1), (Flow)rows.GetInt32(2), rows.GetString(3), rows.GetInt64(4), rows.GetInt64(5)));
            return sums;
        }
    }
}
