using System.Globalization;
using CollectiveImpact.Exchange.Log.Stores;

namespace CollectiveImpact.Exchange.Log;

/// <summary>The tables of one part of the node, as the steps that made them: forward only, each run once.</summary>
/// <param name="Part">Whose tables they are.</param>
/// <param name="Steps">
/// SQL scripts, oldest first. A released step is never changed. They know three types, <c>TEXT</c>, <c>INTEGER</c> (64
/// bits) and <c>BLOB</c>, and may say <c>WITHOUT ROWID</c>; each store says them in its own words.
/// </param>
/// <param name="Tables">The tables that there are after the last step, for backups.</param>
public sealed record Schema(string Part, IReadOnlyList<string> Steps, IReadOnlyList<string> Tables)
{
    /// <summary>Tables that there were after an earlier step, and that backups of then name.</summary>
    public IReadOnlyList<string> Former { get; init; } = [];

    /// <summary>The table of the steps that were taken.</summary>
    internal const string Versions = "CREATE TABLE IF NOT EXISTS schema (part TEXT PRIMARY KEY, version INTEGER NOT NULL)";

    /// <summary>Brings tables to this release: all of them, or none.</summary>
    /// <exception cref="InvalidDataException">They are of a later release.</exception>
    internal static void Bring(ILogSession session, IReadOnlyList<Schema> schemas)
    {
        session.Begin();
        try
        {
            session.Statements.Run(Versions);
            foreach (var schema in schemas) schema.Bring(session.Statements, schema.Steps.Count);
            session.Commit();
        }
        catch
        {
            session.TryAbandon();
            throw;
        }
    }

    /// <summary>Brings this part's tables to a step.</summary>
    /// <exception cref="InvalidDataException">They are, or the step is, of a later release.</exception>
    internal void Bring(Statements statements, int upTo)
    {
        var version = Convert.ToInt32(statements.Scalar("SELECT version FROM schema WHERE part = $1", [Part]) ?? 0, CultureInfo.InvariantCulture);
        if (Math.Max(version, upTo) > Steps.Count)
            throw new InvalidDataException(
                $"the database is of a later release: its tables of {Part} are at version {Math.Max(version, upTo)}, and this release knows {Steps.Count}. Run that release or a later one.");
        foreach (var step in Steps.Take(upTo).Skip(version)) statements.Run(step);
        statements.Execute(
            "INSERT INTO schema VALUES ($1, $2) ON CONFLICT (part) DO UPDATE SET version = excluded.version", [Part, Math.Max(version, upTo)]);
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
        """
        -- The ids that the log has had, the present one last, and why it got each.
        CREATE TABLE logs (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, since INTEGER NOT NULL, reason TEXT NOT NULL);
        INSERT INTO logs SELECT 1, id, 0, 'created' FROM log;
        DROP TABLE log;

        -- One row: whose log it is.
        CREATE TABLE node (id TEXT NOT NULL);

        -- A node keeps its id when its key is replaced: which node a key is of, and how the node came to it.
        ALTER TABLE keys ADD COLUMN owner TEXT;
        ALTER TABLE keys ADD COLUMN successions BLOB;
        UPDATE keys SET owner = node;
        CREATE INDEX keys_owner ON keys (owner);

        -- The key that signed; none: the writer's first.
        ALTER TABLE documents ADD COLUMN signer TEXT;
        ALTER TABLE refusals ADD COLUMN successions BLOB;

        -- Whether a link is active (1), suspended (2) or removed (3), and why; what its child may host; and how far the
        -- peer was known to have come when the link last opened or closed.
        ALTER TABLE links ADD COLUMN standing INTEGER NOT NULL DEFAULT 1;
        ALTER TABLE links ADD COLUMN standing_reason TEXT NOT NULL DEFAULT '';
        ALTER TABLE links ADD COLUMN initiatives TEXT NOT NULL DEFAULT '*';
        ALTER TABLE links ADD COLUMN acknowledged INTEGER NOT NULL DEFAULT 0;

        -- Invitations, by the hash of their secret.
        CREATE TABLE invitations (
            number INTEGER PRIMARY KEY,
            secret_hash BLOB NOT NULL UNIQUE,
            level INTEGER NOT NULL,
            initiatives TEXT NOT NULL,
            note TEXT NOT NULL,
            made INTEGER NOT NULL,
            expires INTEGER NOT NULL,
            withdrawn INTEGER NOT NULL DEFAULT 0,
            node TEXT,
            node_name TEXT,
            used INTEGER);

        -- Tokens that were taken, until they expire: none is taken twice.
        CREATE TABLE tokens (id TEXT PRIMARY KEY, expires INTEGER NOT NULL) WITHOUT ROWID;
        """,
        """
        -- The ids that a peer's log has left for another: a peer that comes back under one was put back by hand.
        CREATE TABLE peer_logs (number INTEGER PRIMARY KEY, link INTEGER NOT NULL, log TEXT NOT NULL, UNIQUE (link, log));

        -- Whether the log went back under an id, so that numbers were given out twice.
        ALTER TABLE logs ADD COLUMN went_back INTEGER NOT NULL DEFAULT 0;
        """,
        """
        -- The terms in which something was written here, each with a random word. Unix milliseconds.
        CREATE TABLE terms (number INTEGER PRIMARY KEY, word BLOB NOT NULL, began INTEGER NOT NULL);
        """,
    ],
    ["node", "logs", "documents", "keys", "links", "refusals", "invitations", "tokens", "peer_logs", "terms"]);
}
