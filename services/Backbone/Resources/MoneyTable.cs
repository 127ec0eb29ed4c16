using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;

namespace CollectiveImpact.Backbone.Resources;

/// <summary>Every movement of money that documents say, so that a fund or a nest of thousands is added up by the database. It follows from the documents.</summary>
internal static class MoneyTable
{
    public static Schema Steps { get; } = new("resources", [
        """
        -- Amounts are whole numbers of the currency's smallest unit.
        CREATE TABLE money (
            initiative TEXT NOT NULL,
            fund TEXT NOT NULL,
            flow INTEGER NOT NULL,
            kind TEXT NOT NULL,
            owner TEXT NOT NULL,
            id TEXT NOT NULL,
            currency TEXT NOT NULL,
            day TEXT NOT NULL,
            units INTEGER NOT NULL,
            other TEXT NOT NULL,
            commitment TEXT NOT NULL,
            closed TEXT NOT NULL,
            indicator TEXT NOT NULL,
            kept INTEGER NOT NULL,
            PRIMARY KEY (initiative, fund, flow, kind, owner, id)) WITHOUT ROWID;
        CREATE INDEX money_of ON money (owner, kind, id);
        CREATE INDEX money_commitment ON money (initiative, commitment) WHERE commitment <> '';
        -- Statements read nothing else.
        CREATE INDEX money_sums ON money (kept, currency, flow, other, initiative, day, closed, units);
        CREATE INDEX money_lines ON money (initiative, kept, currency, flow, other, day, closed, units);

        -- Where the money of an initiative's own fund has come to, by allocations that were accepted.
        CREATE TABLE fund_origins (
            origin_initiative TEXT NOT NULL,
            origin_fund TEXT NOT NULL,
            initiative TEXT NOT NULL,
            fund TEXT NOT NULL,
            PRIMARY KEY (origin_initiative, origin_fund, initiative, fund)) WITHOUT ROWID;
        CREATE UNIQUE INDEX fund_origins_of ON fund_origins (initiative, fund);
        """,
        """
        -- Who has answered an allocation, whoever it is to.
        CREATE INDEX money_answers ON money (id) WHERE kind = 'allocation-answer';

        -- An answer of another than was asked moves nothing, also where it came before what it answers.
        DELETE FROM money WHERE kind = 'allocation-answer' AND EXISTS (
            SELECT 1 FROM money a WHERE a.owner = money.other AND a.kind = 'allocation' AND a.owner || '/' || a.id = money.id AND a.other <> money.owner);

        -- What is no commitment any longer is not closed either.
        UPDATE money SET closed = '' WHERE commitment <> '' AND closed <> '' AND NOT EXISTS (
            SELECT 1 FROM money c WHERE c.initiative = money.initiative AND c.commitment = money.commitment AND c.commitment <> '' AND c.flow = 9);
        """,
    ],
    ["money", "fund_origins"]);

    /// <summary>Puts what a document moves now in the place of what it moved before.</summary>
    public static void Replace(LogTransaction transaction, DocumentKey document, bool kept, IEnumerable<Movement> movements)
    {
        transaction.Execute("DELETE FROM money WHERE owner = $1 AND kind = $2 AND id = $3", document.Initiative, document.Kind, document.Id);
        foreach (var movement in movements) Add(transaction, document, kept, movement);
    }

    /// <summary>Adds a movement to those of a document.</summary>
    public static void Add(LogTransaction transaction, DocumentKey document, bool kept, Movement movement) => transaction.Execute(
        "INSERT INTO money VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        movement.Initiative, movement.Fund, (long)movement.Flow, document.Kind, document.Initiative, document.Id, movement.Currency, movement.Day, movement.Units,
        movement.Other, movement.Commitment, movement.Closed, movement.Indicator, kept ? 1L : 0L);

    /// <summary>Notes on which day a commitment was closed, empty where it is open: what met one that is closed is no longer held against it.</summary>
    public static void Close(LogTransaction transaction, string initiative, string commitment, string day) => transaction.Execute(
        "UPDATE money SET closed = $3 WHERE initiative = $1 AND commitment = $2 AND commitment <> '' AND closed <> $3", initiative, commitment, day);

    /// <summary>What a fund holds.</summary>
    public static Holding Of(Ask ask, string initiative, string fund)
    {
        using var rows = ask(
            "SELECT flow, CAST(SUM(units) AS BIGINT) FROM money WHERE initiative = $1 AND fund = $2 AND closed = '' GROUP BY flow", initiative, fund);
        var holding = new Holding();
        while (rows.Read()) holding = holding.With((Flow)rows.GetInt32(0), rows.GetInt64(1));
        return holding;
    }

    /// <summary>What came into a fund and went out of it, by day.</summary>
    public static List<(string Day, long Change)> Days(Ask ask, string initiative, string fund)
    {
        using var rows = ask(
            """
            SELECT day, CAST(SUM(CASE WHEN flow <= 4 THEN units WHEN flow <= 8 THEN -units ELSE 0 END) AS BIGINT)
            FROM money WHERE initiative = $1 AND fund = $2 GROUP BY day ORDER BY day
            """,
            initiative, fund);
        List<(string, long)> days = [];
        while (rows.Read()) days.Add((rows.GetString(0), rows.GetInt64(1)));
        return days;
    }

    /// <summary>What is committed and not met yet; 0 for a commitment that is closed or unknown.</summary>
    public static long Outstanding(Ask ask, string initiative, string commitment)
    {
        using var rows = ask(
            """
            SELECT CAST(COALESCE(SUM(CASE WHEN flow = 9 THEN units ELSE -units END), 0) AS BIGINT)
            FROM money WHERE initiative = $1 AND commitment = $2 AND commitment <> '' AND closed = '' AND flow IN (9, 10)
            """,
            initiative, commitment);
        return rows.Read() ? rows.GetInt64(0) : 0;
    }

    /// <summary>How much came into each of an initiative's funds within a span of days: from its source, or by being allocated.</summary>
    public static List<(string Fund, string Currency, long Units)> CameIn(Ask ask, string initiative, Span span)
    {
        using var rows = ask(
            """
            SELECT fund, currency, CAST(SUM(units) AS BIGINT) FROM money
            WHERE initiative = $1 AND flow IN (1, 2) AND day >= $2 AND day <= $3 GROUP BY fund, currency ORDER BY fund
            """,
            initiative, span.From, span.Until);
        List<(string, string, long)> funds = [];
        while (rows.Read()) funds.Add((rows.GetString(0), rows.GetString(1), rows.GetInt64(2)));
        return funds;
    }

    /// <summary>Whether anything moves in a fund.</summary>
    public static bool Moves(Ask ask, string initiative, string fund)
    {
        using var rows = ask("SELECT 1 FROM money WHERE initiative = $1 AND fund = $2 LIMIT 1", initiative, fund);
        return rows.Read();
    }

    /// <summary>How much went one way in a fund.</summary>
    public static long Sum(Ask ask, string initiative, string fund, Flow flow)
    {
        using var rows = ask(
            "SELECT CAST(COALESCE(SUM(units), 0) AS BIGINT) FROM money WHERE initiative = $1 AND fund = $2 AND flow = $3", initiative, fund, (long)flow);
        return rows.Read() ? rows.GetInt64(0) : 0;
    }

    /// <summary>What a fund's movements of one way are, by the document that says each.</summary>
    public static List<(string Owner, string Id, Movement Movement)> Each(Ask ask, string initiative, string fund, Flow flow)
    {
        using var rows = ask(
            "SELECT owner, id, currency, day, units, other, indicator FROM money WHERE initiative = $1 AND fund = $2 AND flow = $3 ORDER BY day, owner, id",
            initiative, fund, (long)flow);
        List<(string, string, Movement)> movements = [];
        while (rows.Read())
            movements.Add((rows.GetString(0), rows.GetString(1), new Movement(initiative, fund, flow, rows.GetString(2), rows.GetString(3), rows.GetInt64(4))
            {
                Other = rows.GetString(5),
                Indicator = rows.GetString(6),
            }));
        return movements;
    }

    /// <summary>The initiatives whose answers to an allocation move money.</summary>
    /// <param name="ask">Asks the table.</param>
    /// <param name="name">The allocation's, `giver/allocation`.</param>
    public static List<string> Answering(Ask ask, string name)
    {
        using var rows = ask("SELECT DISTINCT owner FROM money WHERE kind = 'allocation-answer' AND id = $1", name);
        List<string> answering = [];
        while (rows.Read()) answering.Add(rows.GetString(0));
        return answering;
    }
}
