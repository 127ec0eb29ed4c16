using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Log;

namespace CollectiveImpact.Backbone.Communication;

/// <summary>A record as it is found by time.</summary>
/// <param name="When">A day or an instant, as text that sorts.</param>
/// <param name="Initiative">Whose record.</param>
/// <param name="Id">Which.</param>
/// <param name="Detail">What stands beside it.</param>
internal sealed record Marked(string When, string Initiative, string Id, string Detail)
{
    /// <summary>Its place in a list: no id has a space, and all their characters come after it.</summary>
    public string Place => $"{When} {Initiative} {Id}";
}

/// <summary>For whom is looked: an initiative, of which what is kept is seen too, and others.</summary>
internal sealed record Scope(string Initiative, IReadOnlyCollection<string> Others);

/// <summary>Which days: empty bounds are open.</summary>
internal sealed record Days(string From, string Until, bool LatestFirst)
{
    public bool IsAfter(string item, string place) => place.Length == 0 || Math.Sign(string.CompareOrdinal(item, place)) == (LatestFirst ? -1 : 1);
}

/// <summary>
/// Finds records by when they happened, over one initiative or a nest of thousands, and reads no more of the index than
/// it is asked for. Each record is marked thrice: for its initiative, for all, and for what it is about.
/// </summary>
/// <param name="What">What happened: `told`.</param>
/// <param name="Shared">The kind of the records that travel.</param>
/// <param name="Kept">The kind of those that do not; null where all travel.</param>
internal sealed record Look(string What, string Shared, string? Kept = null)
{
    // Beyond so many initiatives the marks of all are read, and those of others passed over.
    private const int MostByOne = 100;
    private const int AtOnce = 256;
    private const string AboveAll = "\U0010FFFF";

    /// <summary>What the marks of all records begin with.</summary>
    public string OfAll => $"{What} * ";

    /// <summary>What the marks of an initiative's records begin with.</summary>
    public string Of(string initiative) => $"{What} {initiative} ";

    /// <summary>The marks of a record.</summary>
    public IEnumerable<Reference> Marks(string initiative, string when, IEnumerable<string> about, string detail = "") =>
    [
        new(Of(initiative) + when, detail),
        new(OfAll + when, detail),
        .. about.Select(each => new Reference($"{What}-about {each} {when}", detail)),
    ];

    /// <summary>What happened in some days to those of a scope, in order of time, initiative and id.</summary>
    /// <param name="reader">Where it is read; the marks are read as they are asked for.</param>
    /// <param name="scope">For whom.</param>
    /// <param name="days">When.</param>
    /// <param name="about">Only what is about this; empty for all.</param>
    /// <param name="place">
    /// Where the page before ended, which may be within a record: it goes on with the records of that place's initiative, of
    /// which those that come before it are the caller's to pass over.
    /// </param>
    public IEnumerable<Marked> Read(LogReader reader, Scope scope, Days days, string about = "", string place = "")
    {
        List<IEnumerable<Marked>> streams = [];
        if (about.Length > 0)
        {
            var all = scope.Others.Append(scope.Initiative).ToHashSet();
            streams.Add(Stream(reader, $"{What}-about {about} ", Shared, days, place).Where(marked => all.Contains(marked.Initiative)));
            if (Kept is not null)
                streams.Add(Stream(reader, $"{What}-about {about} ", Kept, days, place).Where(marked => marked.Initiative == scope.Initiative));
            return Merge(streams, days.LatestFirst);
        }

        if (Kept is not null) streams.Add(Stream(reader, Of(scope.Initiative), Kept, days, place));
        if (scope.Others.Count <= MostByOne)
        {
            streams.AddRange(scope.Others.Append(scope.Initiative).Distinct().Select(each => Stream(reader, Of(each), Shared, days, place)));
        }
        else
        {
            var all = scope.Others.Append(scope.Initiative).ToHashSet();
            streams.Add(Stream(reader, OfAll, Shared, days, place).Where(marked => all.Contains(marked.Initiative)));
        }

        return Merge(streams, days.LatestFirst);
    }

    /// <summary>How many records that travel happened in some days; the database counts them.</summary>
    /// <param name="reader">Where they are counted.</param>
    /// <param name="initiatives">Whose.</param>
    /// <param name="days">When.</param>
    public int Count(LogReader reader, IReadOnlyCollection<string> initiatives, Days days)
    {
        if (initiatives.Count <= MostByOne) return initiatives.Sum(each => Counts(reader, Of(each), days).Sum(count => count.Many));
        var all = initiatives.ToHashSet();
        return Counts(reader, OfAll, days).Where(count => all.Contains(count.Initiative)).Sum(count => count.Many);
    }

    private List<(string Initiative, int Many)> Counts(LogReader reader, string prefix, Days days)
    {
        using var rows = reader.Query(
            "SELECT initiative, COUNT(*) FROM mentions WHERE kind = $1 AND target >= $2 AND target < $3 GROUP BY initiative",
            Shared, prefix + days.From, prefix + days.Until + AboveAll);
        List<(string, int)> counts = [];
        while (rows.Read()) counts.Add((rows.GetString(0), (int)rows.GetInt64(1)));
        return counts;
    }

    private static IEnumerable<Marked> Stream(LogReader reader, string prefix, string kind, Days days, string place)
    {
        // Before or after all ids of the place's initiative.
        var last = place.Split(' ') is [var when, var initiative, ..] ? new Mention(prefix + when, kind, initiative, days.LatestFirst ? AboveAll : "", "") : null;
        while (true)
        {
            var read = ReferenceTable.Next(reader, kind, prefix + days.From, prefix + days.Until + AboveAll, last, days.LatestFirst, AtOnce);
            foreach (var mention in read) yield return new Marked(mention.Target[prefix.Length..], mention.Initiative, mention.Id, mention.Detail);
            if (read.Count < AtOnce) yield break;
            last = read[^1];
        }
    }

    private static IEnumerable<Marked> Merge(IReadOnlyList<IEnumerable<Marked>> streams, bool latestFirst)
    {
        var open = new PriorityQueue<IEnumerator<Marked>, string>(
            Comparer<string>.Create(latestFirst ? (one, other) => string.CompareOrdinal(other, one) : string.CompareOrdinal));
        foreach (var stream in streams) Advance(stream.GetEnumerator());
        while (open.TryDequeue(out var next, out _))
        {
            yield return next.Current;
            Advance(next);
        }

        void Advance(IEnumerator<Marked> stream)
        {
            if (stream.MoveNext()) open.Enqueue(stream, stream.Current.Place);
            else stream.Dispose();
        }
    }
}
