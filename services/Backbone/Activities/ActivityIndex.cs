using System.Globalization;
using CollectiveImpact.Backbone.Nest;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Log;

namespace CollectiveImpact.Backbone.Activities;

/// <summary>
/// Finds activities by what they name, over a nest of thousands, without reading their documents: in the table of
/// references, where each has its mark.
/// </summary>
internal sealed class ActivityIndex(Ask ask)
{
    private const string AboveAll = "\U0010FFFF";
    private const int FirstRead = 16, Growth = 4, LaterReads = 1024;

    // A range is looked up in the time in which so many of a thing's activities are gone through.
    private const int ReadInOneLook = 8;

    private static readonly string[] Kinds = [ActivityKind.Shared, ActivityKind.Kept];

    // Most nodes keep no activity to themselves: then half of the looks are spared.
    private readonly Lazy<bool> _keepsAny = new(() => HasAny(ask, ActivityKind.Kept));

    /// <summary>Whether there are any that never leave the node.</summary>
    public bool KeepsAny => _keepsAny.Value;

    /// <summary>The kinds of which there are any.</summary>
    public IEnumerable<string> KindsThere => KeepsAny ? Kinds : Kinds[..1];

    /// <summary>Those that are wanted, in the order of initiative and id; no more are read than are asked for.</summary>
    /// <param name="wanted">Which.</param>
    /// <param name="among">Only those of these initiatives.</param>
    /// <param name="initiative">With <paramref name="id"/>: only those that come after.</param>
    /// <param name="id">See <paramref name="initiative"/>.</param>
    public IEnumerable<Work> Find(Wanted wanted, InitiativeRanges among, string initiative = "", string id = "")
    {
        if (AreFew(wanted.Targets[0], among.Ranges.Count))
            return FindIn(wanted, initiative, AboveAll, id).Where(work => among.Contains(work.Initiative));
        return among.Ranges.Where(range => string.CompareOrdinal(range.Last, initiative) >= 0).SelectMany(range =>
            string.CompareOrdinal(range.First, initiative) >= 0 && range.First != initiative
                ? FindIn(wanted, range.First, range.Last, "")
                : FindIn(wanted, initiative, range.Last, id));
    }

    /// <summary>How many activities of an initiative name something, by level and status.</summary>
    public IEnumerable<Tally> Count(string target, string initiative)
    {
        List<Tally> tallies = [];
        foreach (var kind in KindsThere)
        {
            using var rows = ask(
                "SELECT mark, COUNT(*) FROM mentions WHERE target = $1 AND kind = $2 AND initiative = $3 AND mark IS NOT NULL GROUP BY mark", target, kind, initiative);
            while (rows.Read()) tallies.Add(ActivityMark.Counted(rows.GetString(0), (int)rows.GetInt64(1)));
        }

        return tallies;
    }

    /// <summary>What is known of an activity; null where it is not known.</summary>
    public ActivityMark? Mark(string initiative, string id)
    {
        foreach (var kind in Kinds)
        {
            using var row = ask(
                "SELECT detail FROM mentions WHERE target = $1 AND kind = $2 AND initiative = $3 AND id = $4", ActivityTopic.All, kind, initiative, id);
            if (row.Read()) return ActivityMark.Read(row.GetString(0));
        }

        return null;
    }

    /// <summary>What an initiative's activities serve: clauses and indicators, each with the activity.</summary>
    public IEnumerable<(string Target, Work Work)> ServedBy(string initiative)
    {
        List<(string, Work)> served = [];
        foreach (var kind in KindsThere)
        {
            using var rows = ask("SELECT target, id, detail FROM mentions WHERE initiative = $1 AND kind = $2 AND mark IS NOT NULL", initiative, kind);
            while (rows.Read()) served.Add((rows.GetString(0), new Work(initiative, rows.GetString(1), ActivityMark.Read(rows.GetString(2)))));
        }

        return served;
    }

    /// <summary>How many activities of all initiatives name something that is kept counted.</summary>
    public int Count(string target)
    {
        var many = 0;
        foreach (var kind in KindsThere)
        {
            using var row = ask("SELECT COALESCE(SUM(many), 0) FROM counts WHERE target = $1 AND kind = $2", target, kind);
            if (row.Read()) many += Convert.ToInt32(row.GetValue(0), CultureInfo.InvariantCulture);
        }

        return many;
    }

    /// <summary>The activities that an activity names.</summary>
    public HashSet<string> NamedBy(string initiative, string id)
    {
        HashSet<string> named = [];
        foreach (var kind in KindsThere)
        {
            using var rows = ask(
                "SELECT target FROM mentions WHERE initiative = $1 AND kind = $2 AND id = $3 AND target > $4 AND target < $5",
                initiative, kind, id, ActivityTopic.ActivityPrefix, ActivityTopic.ActivityPrefix + AboveAll);
            while (rows.Read()) named.Add(rows.GetString(0)[ActivityTopic.ActivityPrefix.Length..]);
        }

        return named;
    }

    /// <summary>Whether an activity names another.</summary>
    public bool Names(Work work, string other)
    {
        foreach (var kind in KindsThere)
        {
            using var row = ask(
                "SELECT 1 FROM mentions WHERE target = $1 AND kind = $2 AND initiative = $3 AND id = $4", ActivityTopic.Activity(other), kind, work.Initiative, work.Id);
            if (row.Read()) return true;
        }

        return false;
    }

    /// <summary>Where activities are named whose names begin with a text; in the order of their places.</summary>
    /// <param name="prefix">`ca.on/`, or nothing for all.</param>
    /// <param name="after">Only what comes after it; null: from the beginning.</param>
    public IEnumerable<Naming> Named(string prefix, Naming? after)
    {
        var (first, most) = (ActivityTopic.Activity(prefix), FirstRead);
        (string Target, string Kind, string Initiative, string Id) at = after is null ? (first, "", "", "") : Place(after);
        while (true)
        {
            var read = ReadNamings(ask(
                """
                SELECT target, kind, initiative, id, detail FROM mentions
                WHERE target >= $1 AND target < $2 AND (target, kind, initiative, id) > ($3, $4, $5, $6) AND kind IN ($7, $8)
                ORDER BY target, kind, initiative, id LIMIT $9
                """,
                // Meetings and threads name activities too.
                first, first + AboveAll, at.Target, at.Kind, at.Initiative, at.Id, Kinds[0], Kinds[1], (long)most));
            foreach (var naming in read) yield return naming;
            if (read.Count < most) yield break;
            (at, most) = (Place(read[^1]), LaterReads);
        }

        static (string Target, string Kind, string Initiative, string Id) Place(Naming naming) =>
            (ActivityTopic.Activity(naming.To), naming.Kind, naming.From.Initiative, naming.From.Id);
    }

    /// <summary>Where an initiative's activities name others; in the order of their places.</summary>
    public List<Naming> NamedBy(string initiative)
    {
        List<Naming> namings = [];
        foreach (var kind in Kinds)
        {
            namings.AddRange(ReadNamings(ask(
                "SELECT target, kind, initiative, id, detail FROM mentions WHERE initiative = $1 AND kind = $2 AND target > $3 AND target < $4",
                initiative, kind, ActivityTopic.ActivityPrefix, ActivityTopic.ActivityPrefix + AboveAll)));
        }

        namings.Sort((one, other) => string.CompareOrdinal(one.Place, other.Place));
        return namings;
    }

    /// <summary>The commitments to an activity.</summary>
    public List<(string Kind, string Id)> Commitments(string initiative, string activity)
    {
        using var rows = ask("SELECT kind, id FROM mentions WHERE target = $1 ORDER BY kind, id", ActivityTopic.Committed(initiative, activity));
        List<(string, string)> commitments = [];
        while (rows.Read()) commitments.Add((rows.GetString(0), rows.GetString(1)));
        return commitments;
    }

    /// <summary>Whether it is quicker to go through all that name something than to look each range up.</summary>
    private bool AreFew(string target, int ranges)
    {
        if (ranges <= 1) return false;
        using var row = ask("SELECT COUNT(*) FROM (SELECT 1 FROM mentions WHERE target = $1 LIMIT $2) few", target, (long)ranges * ReadInOneLook);
        return row.Read() && row.GetInt64(0) < (long)ranges * ReadInOneLook;
    }

    private static bool HasAny(Ask ask, string kind)
    {
        using var row = ask("SELECT 1 FROM mentions WHERE target = $1 AND kind = $2 LIMIT 1", ActivityTopic.All, kind);
        return row.Read();
    }

    private IEnumerable<Work> FindIn(Wanted wanted, string first, string last, string id)
    {
        var shared = Find(wanted, ActivityKind.Shared, first, last, id);
        return _keepsAny.Value ? Sorted.Merge(shared, Find(wanted, ActivityKind.Kept, first, last, id), Work.Compare) : shared;
    }

    private IEnumerable<Work> Find(Wanted wanted, string kind, string first, string last, string id)
    {
        // The first thing named leads; the others are looked up beside it. The statement's shape depends on their number alone.
        var others = string.Concat(Enumerable.Range(11, wanted.Targets.Count - 1).Select(i =>
            $" AND EXISTS (SELECT 1 FROM mentions o WHERE o.target = ${i} AND o.kind = m.kind AND o.initiative = m.initiative AND o.id = m.id)"));
        var sql = $"""
            SELECT m.initiative, m.id, m.detail FROM mentions m
            WHERE m.target = $1 AND m.kind = $2 AND m.initiative >= $3 AND m.initiative <= $10 AND (m.initiative > $3 OR m.id > $4)
              AND substr(m.detail, 2, 1) >= $5 AND substr(m.detail, 2, 1) <= $6
              AND substr(m.detail, 4, 10) <= $7 AND substr(m.detail, 15, 10) >= $8{others}
            ORDER BY m.initiative, m.id LIMIT $9
            """;
        var most = FirstRead;
        while (true)
        {
            List<Work> read = [];
            using (var rows = ask(
                sql,
                [
                    wanted.Targets[0], kind, first, id, Digit((int)wanted.From), Digit((int)wanted.Until),
                    wanted.LastDay, wanted.FirstDay, (long)most, last, .. wanted.Targets.Skip(1),
                ]))
            {
                while (rows.Read()) read.Add(new Work(rows.GetString(0), rows.GetString(1), ActivityMark.Read(rows.GetString(2))));
            }

            foreach (var work in read) yield return work;
            if (read.Count < most) yield break;
            (first, id, most) = (read[^1].Initiative, read[^1].Id, Math.Min(most * Growth, LaterReads));
        }
    }

    private static List<Naming> ReadNamings(Rows rows)
    {
        List<Naming> namings = [];
        using (rows)
        {
            while (rows.Read())
            {
                var detail = rows.GetString(4);
                namings.Add(new Naming(
                    rows.GetString(0)[ActivityTopic.ActivityPrefix.Length..], rows.GetString(1),
                    new Work(rows.GetString(2), rows.GetString(3), ActivityMark.Read(detail)), detail[^1]));
            }
        }

        return namings;
    }

    private static string Digit(int value) => value.ToString(CultureInfo.InvariantCulture);
}
