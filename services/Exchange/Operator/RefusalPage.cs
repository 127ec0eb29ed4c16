using System.Globalization;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Google.Protobuf.WellKnownTypes;

namespace CollectiveImpact.Exchange.Operator;

/// <summary>Receipts of refused documents, a page at a time, the latest first.</summary>
public static class RefusalPage
{
    /// <summary>Reads the token of the page before: the time, link, side and number of its last receipt.</summary>
    public static bool TryReadToken(string token, out long[] before)
    {
        before = [long.MaxValue, long.MaxValue, long.MaxValue, long.MaxValue];
        if (token.Length == 0) return true;
        var parts = token.Split('.');
        if (parts.Length != 4 || !parts.All(part => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _))) return false;
        before = [.. parts.Select(part => long.Parse(part, CultureInfo.InvariantCulture))];
        return true;
    }

    /// <param name="reader">Where they are read.</param>
    /// <param name="link">Only those of one link, by its id. Empty: all.</param>
    /// <param name="withAccepted">Those too that were accepted later.</param>
    /// <param name="size">How many at most.</param>
    /// <param name="before">What <see cref="TryReadToken"/> read.</param>
    public static ListRefusalsResponse Read(LogReader reader, string link, bool withAccepted, int size, long[] before)
    {
        using var rows = reader.Query(
            """
            SELECT r.at, r.link, r.by_peer, r.number, r.initiative, r.kind, r.id, r.epoch, r.revision, r.reason, r.accepted, l.id, l.peer_name
            FROM refusals r JOIN links l ON l.number = r.link
            WHERE (l.id = $1 OR $1 = '') AND r.accepted <= $2 AND (r.at, r.link, r.by_peer, r.number) < ($3, $4, $5, $6)
            ORDER BY r.at DESC, r.link DESC, r.by_peer DESC, r.number DESC LIMIT $7
            """,
            link, withAccepted ? 1 : 0, before[0], before[1], before[2], before[3], size + 1);
        var page = new ListRefusalsResponse();
        var last = "";
        while (rows.Read())
        {
            if (page.Refusals.Count == size)
            {
                page.NextPageToken = last;
                break;
            }

            page.Refusals.Add(Read(rows));
            last = string.Join('.', Enumerable.Range(0, 4).Select(i => rows.GetInt64(i).ToString(CultureInfo.InvariantCulture)));
        }

        return page;
    }

    private static RefusedDocument Read(Rows row) => new()
    {
        Link = row.GetString(11),
        PeerName = row.IsNull(12) ? "" : row.GetString(12),
        ByPeer = row.GetInt64(2) != 0,
        Accepted = row.GetInt64(10) != 0,
        Refusal = new Refusal
        {
            Number = row.GetInt64(3),
            Initiative = row.GetString(4),
            Kind = row.GetString(5),
            Id = row.GetString(6),
            Epoch = row.GetInt64(7),
            Revision = row.GetInt64(8),
            Reason = row.GetString(9),
            At = Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0))),
        },
    };
}
