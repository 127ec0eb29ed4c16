using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Google.Protobuf.WellKnownTypes;

namespace CollectiveImpact.Exchange.Links;

/// <summary>Receipts: those this node issued, and those a peer issued for what it was sent.</summary>
internal static class RefusalTable
{
    /// <summary>The number of the last receipt that the peer issued and this node stored.</summary>
    public static long LastByPeer(LogTransaction transaction, StoredLink link)
    {
        using var row = transaction.Query("SELECT coalesce(max(number), 0) FROM refusals WHERE link = $1 AND by_peer = 1", link.Number);
        return row.Read() ? row.GetInt64(0) : 0;
    }

    /// <summary>Receipts that this node issued after a number: the peer may not have got them.</summary>
    public static List<Refusal> IssuedAfter(LogTransaction transaction, StoredLink link, long number)
    {
        using var rows = transaction.Query(
            """
            SELECT number, initiative, kind, id, epoch, revision, reason, at FROM refusals
            WHERE link = $1 AND by_peer = 0 AND number > $2 ORDER BY number LIMIT 1000
            """,
            link.Number, number);
        List<Refusal> refusals = [];
        while (rows.Read())
            refusals.Add(new Refusal
            {
                Number = rows.GetInt64(0),
                Initiative = rows.GetString(1),
                Kind = rows.GetString(2),
                Id = rows.GetString(3),
                Epoch = rows.GetInt64(4),
                Revision = rows.GetInt64(5),
                Reason = rows.GetString(6),
                At = Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(7))),
            });
        return refusals;
    }

    public static void StoreByPeer(LogTransaction transaction, StoredLink link, Refusal refusal) => transaction.Execute(
        """
        INSERT INTO refusals (link, by_peer, number, initiative, kind, id, epoch, revision, reason, at)
        VALUES ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING
        """,
        link.Number, refusal.Number, refusal.Initiative, refusal.Kind, refusal.Id, refusal.Epoch, refusal.Revision,
        refusal.Reason, refusal.At?.ToDateTimeOffset().ToUnixTimeMilliseconds() ?? 0);

    /// <summary>Receipts that still hold, by link.</summary>
    public static Dictionary<long, int> Standing(LogReader reader)
    {
        using var rows = reader.Query("SELECT link, count(*) FROM refusals WHERE accepted = 0 GROUP BY link");
        Dictionary<long, int> counts = [];
        while (rows.Read()) counts.Add(rows.GetInt64(0), rows.GetInt32(1));
        return counts;
    }
}
