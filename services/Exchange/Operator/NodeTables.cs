using System.Globalization;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Google.Protobuf.WellKnownTypes;

namespace CollectiveImpact.Exchange.Operator;

/// <summary>What a node's tables say of it.</summary>
internal static class NodeTables
{
    public static NodeStatus Read(LogReader reader)
    {
        var status = new NodeStatus
        {
            Documents = Number(reader, "SELECT count(*) FROM documents"),
            RefusedDocuments = Number(reader, "SELECT count(*) FROM refusals WHERE accepted = 0"),
        };
        using var row = reader.Query("SELECT since, reason FROM logs ORDER BY number DESC LIMIT 1");
        if (!row.Read()) return status;
        // A log of an earlier release did not note when it was made.
        if (row.GetInt64(0) > 0) status.LogSince = Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)));
        status.LogReason = row.GetString(1);
        return status;
    }

    private static long Number(LogReader reader, string sql)
    {
        using var row = reader.Query(sql);
        return row.Read() ? Convert.ToInt64(row.GetValue(0), CultureInfo.InvariantCulture) : 0;
    }
}
