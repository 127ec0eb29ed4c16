using Microsoft.Data.Sqlite;

namespace CollectiveImpact.Exchange.Log;

/// <summary>The tables of one part of the node, as the steps that made them: forward only, each run once.</summary>
/// <param name="Part">Whose tables they are.</param>
/// <param name="Steps">SQL scripts, oldest first. A released step is never changed.</param>
public sealed record Schema(string Part, IReadOnlyList<string> Steps)
{
    internal void Bring(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        Run("CREATE TABLE IF NOT EXISTS schema (part TEXT PRIMARY KEY, version INTEGER NOT NULL) WITHOUT ROWID");
        var version = Version();
        if (version > Steps.Count)
            throw new InvalidDataException(
                $"the database is of a later release: its tables of {Part} are at version {version}, and this release knows {Steps.Count}. Run that release or a later one.");
        foreach (var step in Steps.Skip(version)) Run(step);
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT OR REPLACE INTO schema VALUES ($part, $version)";
        command.Parameters.AddWithValue("$part", Part);
        command.Parameters.AddWithValue("$version", Steps.Count);
        command.ExecuteNonQuery();
        transaction.Commit();

        void Run(string sql)
        {
            using var run = connection.CreateCommand();
            run.CommandText = sql;
            run.ExecuteNonQuery();
        }

        int Version()
        {
            using var query = connection.CreateCommand();
            query.CommandText = "SELECT version FROM schema WHERE part = $part";
            query.Parameters.AddWithValue("$part", Part);
            return Convert.ToInt32(query.ExecuteScalar() ?? 0, System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The log's own tables.</summary>
    internal static Schema Log { get; } = new("log", [
        """
        -- One row: the log's random id.
        CREATE TABLE log (id TEXT NOT NULL);

        -- The current revision of every document. A document's number is that of its last change, so a reader that goes
        -- up the numbers misses nothing, and meets each document once.
        CREATE TABLE documents (
            sequence INTEGER PRIMARY KEY,
            initiative TEXT NOT NULL,
            kind TEXT NOT NULL,
            id TEXT NOT NULL,
            writer TEXT NOT NULL,
            arrived INTEGER,
            received_at INTEGER NOT NULL,
            document BLOB NOT NULL,
            signature BLOB NOT NULL,
            leaf INTEGER NOT NULL,
            leaves INTEGER NOT NULL,
            path BLOB NOT NULL);
        CREATE UNIQUE INDEX documents_key ON documents (initiative, kind, id);

        -- The public keys of all writers met.
        CREATE TABLE keys (node TEXT PRIMARY KEY, public_key BLOB NOT NULL) WITHOUT ROWID;

        -- Links, and how far the peer's log has been applied: written in the transaction that applies it.
        CREATE TABLE links (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            address TEXT,
            peer TEXT,
            peer_name TEXT,
            peer_level INTEGER NOT NULL DEFAULT 0,
            received_log TEXT,
            received INTEGER NOT NULL DEFAULT 0);

        -- Receipts for what was not accepted, by this node or (by_peer) by the other end. What this node refused is kept
        -- whole: it may have come before what makes it acceptable.
        CREATE TABLE refusals (
            link INTEGER NOT NULL,
            by_peer INTEGER NOT NULL,
            number INTEGER NOT NULL,
            initiative TEXT NOT NULL,
            kind TEXT NOT NULL,
            id TEXT NOT NULL,
            epoch INTEGER NOT NULL,
            revision INTEGER NOT NULL,
            reason TEXT NOT NULL,
            at INTEGER NOT NULL,
            document BLOB,
            public_key BLOB,
            signature BLOB,
            leaf INTEGER,
            leaves INTEGER,
            path BLOB,
            accepted INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (link, by_peer, number)) WITHOUT ROWID;
        CREATE INDEX refusals_held ON refusals (initiative) WHERE by_peer = 0 AND accepted = 0 AND document IS NOT NULL;
        """,
    ]);
}
