using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;

namespace CollectiveImpact.Backbone.Records;

/// <summary>
/// Which records name what: so that a look from a clause, an indicator or an initiative over a nest of thousands reads
/// what belongs to it and nothing else. It follows from the documents.
/// </summary>
internal static class ReferenceTable
{
    // A text and this is the next there can be in what is named: a target has no character before it.
    private const string Least = "\u0001";

    // References read in one go.
    private const int AtOnce = 256;

    public static Schema Steps { get; } = new("records", [
        """
        CREATE TABLE mentions (
            target TEXT NOT NULL,
            kind TEXT NOT NULL,
            initiative TEXT NOT NULL,
            id TEXT NOT NULL,
            detail TEXT NOT NULL,
            PRIMARY KEY (target, kind, initiative, id)) WITHOUT ROWID;
        CREATE INDEX mentions_from ON mentions (initiative, kind, id);
        -- Counting by what stands first in the detail.
        CREATE INDEX mentions_detailed ON mentions (target, kind, detail);
        """,
        """
        -- Where those stand who are aligned with one other and no more: with whom.
        CREATE TABLE places (initiative TEXT PRIMARY KEY, place TEXT NOT NULL) WITHOUT ROWID;
        INSERT INTO places SELECT initiative, MIN(id) FROM documents WHERE kind = 'alignment' GROUP BY initiative HAVING COUNT(*) = 1;

        -- With what the detail begins, where it is kept counted by it: activities by level and status, posts of a thread all together.
        ALTER TABLE mentions ADD COLUMN mark TEXT;
        UPDATE mentions SET mark = substr(detail, 1, 2) WHERE kind IN ('activity', 'activity-kept')
            AND ((target >= 'clause ' AND target < 'clause!') OR (target >= 'indicator ' AND target < 'indicator!'));
        UPDATE mentions SET mark = '' WHERE kind IN ('post', 'post-kept') AND target >= 'thread ' AND target < 'thread!';

        -- How many there are by place, and the greatest detail with its initiative.
        CREATE TABLE counts (
            target TEXT NOT NULL,
            kind TEXT NOT NULL,
            place TEXT NOT NULL,
            mark TEXT NOT NULL,
            many INTEGER NOT NULL,
            last TEXT NOT NULL,
            PRIMARY KEY (target, kind, place, mark)) WITHOUT ROWID;
        INSERT INTO counts
            SELECT m.target, m.kind, COALESCE(p.place, '=' || m.initiative), m.mark, COUNT(*), MAX(m.detail || ' ' || m.initiative)
            FROM mentions m LEFT JOIN places p ON p.initiative = m.initiative
            WHERE m.mark IS NOT NULL GROUP BY m.target, m.kind, COALESCE(p.place, '=' || m.initiative), m.mark;
        """,
    ],
    ["mentions", "places", "counts"]);

    /// <summary>Puts what a record names now in the place of what it named before.</summary>
    public static void Replace(LogTransaction transaction, DocumentKey record, IEnumerable<Reference> references)
    {
        List<Reference> after = [.. references.DistinctBy(reference => reference.Target)];
        var before = Counted(transaction, record);
        transaction.Execute(
            "DELETE FROM mentions WHERE initiative = $1 AND kind = $2 AND id = $3", record.Initiative, record.Kind, record.Id);
        foreach (var reference in after)
            transaction.Execute(
                "INSERT INTO mentions (target, kind, initiative, id, detail, mark) VALUES ($1, $2, $3, $4, $5, $6)",
                reference.Target, record.Kind, record.Initiative, record.Id, reference.Detail, reference.Mark);
        CountTable.Change(transaction, record.Initiative, record.Kind, before, [.. after.Where(reference => reference.Mark is not null)]);
    }

    private static List<Reference> Counted(LogTransaction transaction, DocumentKey record)
    {
        using var rows = transaction.Query(
            "SELECT target, detail, mark FROM mentions WHERE initiative = $1 AND kind = $2 AND id = $3 AND mark IS NOT NULL", record.Initiative, record.Kind, record.Id);
        List<Reference> counted = [];
        while (rows.Read()) counted.Add(new Reference(rows.GetString(0), rows.GetString(1), rows.GetString(2)));
        return counted;
    }

    /// <summary>What a record names, as it stands.</summary>
    public static List<Mention> By(LogReader reader, DocumentKey record) => ReadAll(reader.Query(
        "SELECT target, kind, initiative, id, detail FROM mentions WHERE initiative = $1 AND kind = $2 AND id = $3 ORDER BY target",
        record.Initiative, record.Kind, record.Id));

    /// <summary>What stands as if it were named by a record that there is not, or that is of none of these kinds.</summary>
    public static List<Mention> WithoutRecord(LogReader reader, IReadOnlyList<string> kinds) => ReadAll(reader.Query(
        $"""
        SELECT m.target, m.kind, m.initiative, m.id, m.detail FROM mentions m
        LEFT JOIN documents d ON d.initiative = m.initiative AND d.kind = m.kind AND d.id = m.id
        WHERE d.sequence IS NULL OR m.kind NOT IN ({string.Join(", ", kinds.Select((_, i) => $"${i + 1}"))}) ORDER BY m.initiative, m.kind, m.id, m.target
        """,
        [.. kinds]));

    /// <summary>How many records of a kind name something and put the same beside it, or that and more after a space.</summary>
    public static int Count(LogTransaction transaction, string target, string kind, string detail)
    {
        using var rows = transaction.Query(
            "SELECT count(*) FROM mentions WHERE target = $1 AND kind = $2 AND (detail = $3 OR (detail >= $4 AND detail < $5))",
            target, kind, detail, detail + " ", detail + "!");
        return rows.Read() ? rows.GetInt32(0) : 0;
    }

    /// <summary>The records of some kinds that name something, in the order of kind, initiative and id.</summary>
    public static List<Mention> Of(LogReader reader, string target, params ReadOnlySpan<string> kinds)
    {
        List<Mention> mentions = [];
        foreach (var kind in kinds)
            mentions.AddRange(To(reader.Query, target, kind));
        return mentions;
    }

    /// <summary>The records of an initiative that name something, whatever their kinds.</summary>
    public static List<Mention> Of(Ask ask, string target, string initiative) => ReadAll(ask(
        "SELECT target, kind, initiative, id, detail FROM mentions WHERE target = $1 AND initiative = $2 ORDER BY kind, id", target, initiative));

    /// <summary>The records of a kind that name something, in the order of initiative and id.</summary>
    public static List<Mention> To(Ask ask, string target, string kind) => ReadAll(ask(
        "SELECT target, kind, initiative, id, detail FROM mentions WHERE target = $1 AND kind = $2 ORDER BY initiative, id", target, kind));

    /// <summary>All records of a kind that name something whose text begins so: `clause ca/`.</summary>
    public static List<Mention> Beginning(LogReader reader, string prefix, string kind) => ReadAll(reader.Query(
        "SELECT target, kind, initiative, id, detail FROM mentions WHERE target >= $1 AND target < $2 AND kind = $3 ORDER BY target, initiative, id",
        prefix, prefix + "\U0010FFFF", kind));

    /// <summary>The records of a kind that name something, read in parts as they are asked for: what comes after one of them.</summary>
    /// <param name="reader">Where they are read.</param>
    /// <param name="target">What they name.</param>
    /// <param name="kind">Their kind.</param>
    /// <param name="initiative">With <paramref name="id"/>: the one before; both empty for the first.</param>
    /// <param name="id">See <paramref name="initiative"/>.</param>
    public static IEnumerable<Mention> After(LogReader reader, string target, string kind, string initiative, string id)
    {
        while (true)
        {
            var read = ReadAll(reader.Query(
                """
                SELECT target, kind, initiative, id, detail FROM mentions
                WHERE target = $1 AND kind = $2 AND (initiative, id) > ($3, $4) ORDER BY initiative, id LIMIT $5
                """,
                target, kind, initiative, id, AtOnce));
            foreach (var mention in read) yield return mention;
            if (read.Count < AtOnce) yield break;
            (initiative, id) = (read[^1].Initiative, read[^1].Id);
        }
    }

    /// <summary>Those of one initiative that name something whose text begins so, in the order of what they name.</summary>
    public static List<Mention> From(LogReader reader, string initiative, string kind, string prefix) => ReadAll(reader.Query(
        "SELECT target, kind, initiative, id, detail FROM mentions WHERE initiative = $1 AND kind = $2 AND target >= $3 AND target < $4 ORDER BY target, id",
        initiative, kind, prefix, prefix + "\U0010FFFF"));

    /// <summary>All that is named and begins with a text, in the order of the text, each once; looked up as it is asked for.</summary>
    /// <param name="reader">Where it is read.</param>
    /// <param name="prefix">With what it begins.</param>
    /// <param name="from">The first that is asked for; empty for all.</param>
    public static IEnumerable<string> Targets(LogReader reader, string prefix, string from)
    {
        for (var target = First(from.Length > 0 ? from : prefix, ">="); target is not null; target = First(target, ">")) yield return target;

        string? First(string after, string order)
        {
            using var row = reader.Query($"SELECT MIN(target) FROM mentions WHERE target {order} $1 AND target < $2", after, prefix + "\U0010FFFF");
            return row.Read() && !row.IsNull(0) ? row.GetString(0) : null;
        }
    }

    /// <summary>What stands beside something where records of a kind name it: each once.</summary>
    public static List<string> Details(LogReader reader, string target, string kind)
    {
        using var rows = reader.Query("SELECT DISTINCT detail FROM mentions WHERE target = $1 AND kind = $2", target, kind);
        List<string> details = [];
        while (rows.Read()) details.Add(rows.GetString(0));
        return details;
    }

    private static List<Mention> ReadAll(Rows rows)
    {
        using (rows)
        {
            List<Mention> mentions = [];
            while (rows.Read()) mentions.Add(new Mention(rows.GetString(0), rows.GetString(1), rows.GetString(2), rows.GetString(3), rows.GetString(4)));
            return mentions;
        }
    }

    /// <summary>
    /// References of a kind to targets in an order, such as those that end in a day: the next of them after one, at most so many.
    /// </summary>
    /// <param name="reader">Where they are read.</param>
    /// <param name="kind">The kind of the records that name them.</param>
    /// <param name="from">The first target.</param>
    /// <param name="below">What all targets are below.</param>
    /// <param name="after">The mention before; null for the first.</param>
    /// <param name="backwards">The last first.</param>
    /// <param name="most">How many at most.</param>
    public static List<Mention> Next(LogReader reader, string kind, string from, string below, Mention? after, bool backwards, int most)
    {
        // What is left of the same target first, so that what lies behind is not gone through again.
        var left = after is null || string.CompareOrdinal(after.Target, from) < 0 || string.CompareOrdinal(after.Target, below) > 0
            ? []
            : ReadAll(reader.Query(
                backwards
                    ? """
                      SELECT target, kind, initiative, id, detail FROM mentions WHERE target = $1 AND kind = $2 AND (initiative, id) < ($3, $4)
                      ORDER BY initiative DESC, id DESC LIMIT $5
                      """
                    : """
                      SELECT target, kind, initiative, id, detail FROM mentions WHERE target = $1 AND kind = $2 AND (initiative, id) > ($3, $4)
                      ORDER BY initiative, id LIMIT $5
                      """,
                after.Target, kind, after.Initiative, after.Id, most));
        if (left.Count == most) return left;
        var (low, high) = (from, below);
        if (after is not null && backwards && string.CompareOrdinal(after.Target, below) < 0) high = after.Target;
        if (after is not null && !backwards && string.CompareOrdinal(after.Target, from) >= 0) low = after.Target + Least;
        left.AddRange(ReadAll(reader.Query(
            backwards
                ? """
                  SELECT target, kind, initiative, id, detail FROM mentions WHERE kind = $1 AND target >= $2 AND target < $3
                  ORDER BY target DESC, kind DESC, initiative DESC, id DESC LIMIT $4
                  """
                : """
                  SELECT target, kind, initiative, id, detail FROM mentions WHERE kind = $1 AND target >= $2 AND target < $3
                  ORDER BY target, kind, initiative, id LIMIT $4
                  """,
            kind, low, high, most - left.Count)));
        return left;
    }

    /// <summary>
    /// What stands beside the references of a kind, added up by target: whole numbers, of the targets from one on and below another.
    /// </summary>
    public static Dictionary<string, (int Count, long Sum)> Sums(LogReader reader, string from, string below, string kind)
    {
        using var rows = reader.Query(
            "SELECT target, COUNT(*), CAST(SUM(CAST(detail AS BIGINT)) AS BIGINT) FROM mentions WHERE target >= $1 AND target < $2 AND kind = $3 GROUP BY target",
            from, below, kind);
        Dictionary<string, (int, long)> sums = [];
        while (rows.Read()) sums.Add(rows.GetString(0), ((int)rows.GetInt64(1), rows.GetInt64(2)));
        return sums;
    }

    /// <summary>The greatest of what stands beside them, by target.</summary>
    public static Dictionary<string, string> Greatest(LogReader reader, string from, string below, string kind)
    {
        using var rows = reader.Query("SELECT target, MAX(detail) FROM mentions WHERE target >= $1 AND target < $2 AND kind = $3 GROUP BY target", from, below, kind);
        Dictionary<string, string> greatest = [];
        while (rows.Read()) greatest.Add(rows.GetString(0), rows.GetString(1));
        return greatest;
    }

    /// <summary>The last of the ids of an initiative's records of a kind that name something; null where none does.</summary>
    public static string? LastId(LogTransaction transaction, string target, string kind, string initiative)
    {
        using var row = transaction.Query(
            "SELECT id FROM mentions WHERE target = $1 AND kind = $2 AND initiative = $3 ORDER BY id DESC LIMIT 1", target, kind, initiative);
        return row.Read() ? row.GetString(0) : null;
    }
}
