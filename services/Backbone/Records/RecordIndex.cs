using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;

namespace CollectiveImpact.Backbone.Records;

/// <summary>Where a record stands among those of several initiatives: by initiative, and by id within it.</summary>
internal sealed record Place(string Initiative, string Id)
{
    /// <summary>Before all.</summary>
    public static Place First { get; } = new("", "");

    /// <summary>As others name it, and as a page's token.</summary>
    public string Name => $"{Initiative}/{Id}";

    /// <summary>That of a name which is right.</summary>
    public static Place Of(string name)
    {
        var (initiative, id) = RecordId.Parts(name);
        return new Place(initiative, id);
    }

    /// <summary>What is wrong with a page's token.</summary>
    public static CallFault? Read(string field, string token, out Place place)
    {
        place = First;
        if (token.Length == 0) return null;
        var slash = token.IndexOf('/');
        if (slash < 0) return CallFault.Invalid(field, "is none that an answer gave; leave it empty for the first page");
        place = new Place(token[..slash], token[(slash + 1)..]);
        return Check.Id(field, place.Initiative) ?? RecordId.Fault(field, place.Id);
    }

    public static int Compare(Place one, Place other)
    {
        var order = string.CompareOrdinal(one.Initiative, other.Initiative);
        return order != 0 ? order : string.CompareOrdinal(one.Id, other.Id);
    }
}

/// <summary>
/// Finds records by what they name, over a nest of thousands, without reading their documents and no more of them than
/// are asked for.
/// </summary>
/// <param name="reader">Where they are read.</param>
/// <param name="kinds">Of which kinds: one, or a kind and its twin.</param>
internal sealed class RecordIndex(LogReader reader, params IReadOnlyList<string> kinds)
{
    private const int FirstRead = 64, LaterReads = 1024;

    // An initiative is looked up in the time in which so many of a thing's records are gone through.
    private const int ReadInOneLook = 8;

    /// <summary>Those that name all of some things, in the order of their places.</summary>
    /// <param name="targets">What each names: 1 to 4.</param>
    /// <param name="members">Only those of these initiatives, which are in order; null: of all.</param>
    /// <param name="after">Only those that come after.</param>
    /// <param name="unlessNamed">Only those that nothing names by this word, its place behind it: `taken-up`.</param>
    public IEnumerable<Place> Find(IReadOnlyList<string> targets, IReadOnlyList<string>? members, Place after, string unlessNamed = "")
    {
        if (members is null) return Merged(targets, false, after, unlessNamed);
        if (AreFew(targets[0], members))
        {
            var among = members.ToHashSet();
            return Merged(targets, false, after, unlessNamed).Where(place => among.Contains(place.Initiative));
        }

        return members.Where(member => string.CompareOrdinal(member, after.Initiative) >= 0)
            .SelectMany(member => Merged(targets, true, member == after.Initiative ? after : new Place(member, ""), unlessNamed));
    }

    /// <summary>All that is named and begins with a text, in the order of the text: each once.</summary>
    public IEnumerable<string> Targets(string prefix, string after)
    {
        for (var target = Next(string.CompareOrdinal(after, prefix) > 0 ? after : prefix); target is not null; target = Next(target)) yield return target;

        string? Next(string last)
        {
            using var row = reader.Query("SELECT MIN(target) FROM mentions WHERE target > $1 AND target < $2", last, prefix + "\U0010FFFF");
            return row.Read() && !row.IsNull(0) ? row.GetString(0) : null;
        }
    }

    private IEnumerable<Place> Merged(IReadOnlyList<string> targets, bool isOne, Place after, string unlessNamed)
    {
        var all = kinds.Select(kind => Read(targets, kind, isOne, after, unlessNamed)).Aggregate((one, other) => Sorted.Merge(one, other, Place.Compare));
        Place? last = null;
        foreach (var place in all)
        {
            if (place != last) yield return place;
            last = place;
        }
    }

    private IEnumerable<Place> Read(IReadOnlyList<string> targets, string kind, bool isOne, Place after, string unlessNamed)
    {
        // The first thing named leads; the others are looked up beside it. The statement's shape depends on their number alone.
        var next = unlessNamed.Length == 0 ? 6 : 7;
        var others = string.Concat(Enumerable.Range(next, targets.Count - 1).Select(i =>
            $" AND EXISTS (SELECT 1 FROM mentions o WHERE o.target = ${i} AND o.kind = m.kind AND o.initiative = m.initiative AND o.id = m.id)"));
        var unless = unlessNamed.Length == 0 ? "" : " AND NOT EXISTS (SELECT 1 FROM mentions n WHERE n.target = $6 || ' ' || m.initiative || '/' || m.id)";
        var place = isOne ? "m.initiative = $3 AND m.id > $4" : "(m.initiative, m.id) > ($3, $4)";
        var sql = $"SELECT m.initiative, m.id FROM mentions m WHERE m.target = $1 AND m.kind = $2 AND {place}{unless}{others} ORDER BY m.initiative, m.id LIMIT $5";
        IReadOnlyList<string> more = unlessNamed.Length == 0 ? [.. targets.Skip(1)] : [unlessNamed, .. targets.Skip(1)];
        var most = FirstRead;
        while (true)
        {
            List<Place> read = [];
            using (var rows = reader.Query(sql, [targets[0], kind, after.Initiative, after.Id, (long)most, .. more]))
            {
                while (rows.Read()) read.Add(new Place(rows.GetString(0), rows.GetString(1)));
            }

            foreach (var each in read) yield return each;
            if (read.Count < most) yield break;
            (after, most) = (read[^1], LaterReads);
        }
    }

    /// <summary>Whether it is quicker to go through all that name something than to look each initiative up.</summary>
    private bool AreFew(string target, IReadOnlyList<string> members)
    {
        using var row = reader.Query("SELECT COUNT(*) FROM (SELECT 1 FROM mentions WHERE target = $1 LIMIT $2) few", target, (long)members.Count * ReadInOneLook);
        return row.Read() && row.GetInt64(0) < (long)members.Count * ReadInOneLook;
    }
}
