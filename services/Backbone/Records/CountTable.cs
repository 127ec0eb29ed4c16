using CollectiveImpact.Exchange.Log;

namespace CollectiveImpact.Backbone.Records;

/// <summary>
/// How many records of a kind name something, kept up to date by the difference that each makes: by the place of their
/// initiatives, so that a line of hundreds is added up from a few rows. It follows from the references.
/// </summary>
internal static class CountTable
{
    /// <summary>Counts the references of a record that were not there before, and no longer those that are gone.</summary>
    public static void Change(LogTransaction transaction, string initiative, string kind, IReadOnlyList<Reference> before, IReadOnlyList<Reference> after)
    {
        if (before.Count + after.Count == 0) return;
        var place = PlaceTable.Of(transaction, initiative);
        foreach (var gone in before.Except(after)) Take(transaction, new Key(gone.Target, kind, place, gone.Mark!), 1, Last(gone.Detail, initiative));
        foreach (var come in after.Except(before)) Add(transaction, new Key(come.Target, kind, place, come.Mark!), 1, Last(come.Detail, initiative));
    }

    /// <summary>Counts what an initiative's records name in another place; the initiative stands there by now.</summary>
    public static void Move(LogTransaction transaction, string initiative, string from, string to)
    {
        List<(string Target, string Kind, string Mark, long Many, string Last)> counted = [];
        using (var rows = transaction.Query(
            "SELECT target, kind, mark, COUNT(*), MAX(detail) FROM mentions WHERE initiative = $1 AND mark IS NOT NULL GROUP BY target, kind, mark", initiative))
        {
            while (rows.Read()) counted.Add((rows.GetString(0), rows.GetString(1), rows.GetString(2), rows.GetInt64(3), rows.GetString(4)));
        }

        foreach (var (target, kind, mark, many, last) in counted)
        {
            Take(transaction, new Key(target, kind, from, mark), many, Last(last, initiative));
            Add(transaction, new Key(target, kind, to, mark), many, Last(last, initiative));
        }
    }

    /// <summary>What is counted of one thing, by place and mark.</summary>
    public static List<Counted> Of(LogReader reader, string target, string kind) => ReadAll(reader.Query(
        "SELECT target, place, mark, many, last FROM counts WHERE target = $1 AND kind = $2", target, kind));

    /// <summary>The same of all whose text begins so.</summary>
    public static List<Counted> Beginning(LogReader reader, string prefix, string kind) => ReadAll(reader.Query(
        "SELECT target, place, mark, many, last FROM counts WHERE target >= $1 AND target < $2 AND kind = $3", prefix, prefix + "\U0010FFFF", kind));

    private static void Add(LogTransaction transaction, Key key, long many, string last) => transaction.Execute(
        """
        INSERT INTO counts (target, kind, place, mark, many, last) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (target, kind, place, mark)
        DO UPDATE SET many = counts.many + excluded.many, last = CASE WHEN excluded.last > counts.last THEN excluded.last ELSE counts.last END
        """,
        key.Target, key.Kind, key.Place, key.Mark, many, last);

    private static void Take(LogTransaction transaction, Key key, long many, string last)
    {
        transaction.Execute(
            "UPDATE counts SET many = many - $5 WHERE target = $1 AND kind = $2 AND place = $3 AND mark = $4", key.Target, key.Kind, key.Place, key.Mark, many);
        transaction.Execute(
            "DELETE FROM counts WHERE target = $1 AND kind = $2 AND place = $3 AND mark = $4 AND many = 0", key.Target, key.Kind, key.Place, key.Mark);
        // Only where it was the last is another looked for.
        transaction.Execute(
            """
            UPDATE counts SET last = (
                SELECT m.detail || ' ' || m.initiative FROM mentions m
                WHERE m.target = $1 AND m.kind = $2 AND m.detail >= $4 AND m.detail < $5 AND m.mark = $4
                  AND COALESCE((SELECT p.place FROM places p WHERE p.initiative = m.initiative), '=' || m.initiative) = $3
                ORDER BY m.detail DESC, m.initiative DESC LIMIT 1)
            WHERE target = $1 AND kind = $2 AND place = $3 AND mark = $4 AND last = $6
            """,
            key.Target, key.Kind, key.Place, key.Mark, key.Mark + "\U0010FFFF", last);
    }

    private static string Last(string detail, string initiative) => $"{detail} {initiative}";

    private static List<Counted> ReadAll(Rows rows)
    {
        using (rows)
        {
            List<Counted> counted = [];
            while (rows.Read()) counted.Add(new Counted(rows.GetString(0), rows.GetString(1), rows.GetString(2), (int)rows.GetInt64(3), rows.GetString(4)));
            return counted;
        }
    }

    private sealed record Key(string Target, string Kind, string Place, string Mark);
}

/// <summary>How many records name something.</summary>
/// <param name="Target">What they name.</param>
/// <param name="Place">Where their initiatives stand.</param>
/// <param name="Mark">With what their details begin.</param>
/// <param name="Many">How many.</param>
/// <param name="Last">The greatest of the details, a space, and the initiative whose it is.</param>
internal sealed record Counted(string Target, string Place, string Mark, int Many, string Last);
