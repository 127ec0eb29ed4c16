using CollectiveImpact.Exchange.Log;

namespace CollectiveImpact.Exchange.Operator;

/// <summary>What a node keeps for its operator beside the log.</summary>
internal static class OperatorSchema
{
    public static Schema Steps { get; } = new("operator", [
        """
        -- Calls that were refused alike within a day (2026-11-22, UTC). Times are milliseconds since 1970.
        CREATE TABLE refused_calls (
            day TEXT NOT NULL,
            method TEXT NOT NULL,
            status TEXT NOT NULL,
            field TEXT NOT NULL,
            reason TEXT NOT NULL,
            calls INTEGER NOT NULL,
            first_at INTEGER NOT NULL,
            last_at INTEGER NOT NULL,
            PRIMARY KEY (day, method, status, field, reason));
        CREATE INDEX refused_calls_last ON refused_calls (last_at);

        -- One row, written only to find out whether the store takes writes again.
        CREATE TABLE trial_writes (number INTEGER PRIMARY KEY, trials INTEGER NOT NULL);
        """,
    ],
    ["refused_calls"]);

    /// <summary>A write without meaning. The row changes each time, or the store might find nothing to write.</summary>
    public static int Try(LogTransaction transaction) => transaction.Execute(
        """
        INSERT INTO trial_writes (number, trials) VALUES (1, 1)
        ON CONFLICT (number) DO UPDATE SET trials = trial_writes.trials + 1
        """);
}
