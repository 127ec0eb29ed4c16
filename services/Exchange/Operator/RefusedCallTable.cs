using System.Globalization;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace CollectiveImpact.Exchange.Operator;

/// <summary>The table of refused calls.</summary>
internal static class RefusedCallTable
{
    private const string Key = "day, method, status, field, reason";

    public static int Add(LogTransaction transaction, IReadOnlyDictionary<RefusedAlike, RefusedTimes> calls)
    {
        foreach (var (alike, times) in calls)
            transaction.Execute(
                $"""
                INSERT INTO refused_calls ({Key}, calls, first_at, last_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                ON CONFLICT ({Key}) DO UPDATE SET
                    calls = refused_calls.calls + excluded.calls,
                    last_at = CASE WHEN excluded.last_at > refused_calls.last_at THEN excluded.last_at ELSE refused_calls.last_at END
                """,
                alike.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), alike.Method, Name(alike.Status), alike.Field,
                alike.Reason, times.Count, times.First.ToUnixTimeMilliseconds(), times.Last.ToUnixTimeMilliseconds());
        return Number(transaction.Query("SELECT count(*) FROM refused_calls")) <= RefusedCalls.MostKept ? 0 : Trim(transaction);
    }

    public static List<RefusedCall> Latest(LogReader reader, int size)
    {
        using var rows = reader.Query(
            $"""
            SELECT method, status, field, reason, calls, first_at, last_at FROM refused_calls
            ORDER BY last_at DESC, {Key} LIMIT $1
            """,
            size);
        List<RefusedCall> calls = [];
        while (rows.Read())
            calls.Add(new RefusedCall
            {
                Method = rows.GetString(0),
                Status = rows.GetString(1),
                Field = rows.GetString(2),
                Reason = rows.GetString(3),
                Count = rows.GetInt64(4),
                First = Time(rows.GetInt64(5)),
                Last = Time(rows.GetInt64(6)),
            });
        return calls;
    }

    public static long Count(LogReader reader, DateTimeOffset since) => Number(reader.Query(
        "SELECT coalesce(sum(calls), 0) FROM refused_calls WHERE last_at >= $1", since.ToUnixTimeMilliseconds()));

    private static int Trim(LogTransaction transaction) => transaction.Execute(
        $"""
        DELETE FROM refused_calls WHERE ({Key}) IN (
            SELECT {Key} FROM refused_calls ORDER BY last_at DESC, {Key} LIMIT $1 OFFSET $2)
        """,
        long.MaxValue, RefusedCalls.MostKept);

    // A sum is of another type than what is added up: not in every store a 64-bit number.
    private static long Number(Rows row)
    {
        using (row) return row.Read() ? Convert.ToInt64(row.GetValue(0), CultureInfo.InvariantCulture) : 0;
    }

    private static Timestamp Time(long milliseconds) => Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));

    /// <summary>`PERMISSION_DENIED`, as the protocol writes it.</summary>
    private static string Name(StatusCode status) => string.Concat(
        status.ToString().Select((letter, place) => char.IsUpper(letter) && place > 0 ? $"_{letter}" : $"{char.ToUpperInvariant(letter)}"));
}
