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
    /// <summary>From the place of a list on.</summary>
    public Days After(string place)
    {
        if (place.Length == 0) return this;
        var when = place.Split(' ')[0];
        return LatestFirst ? this with { Until = Least(Until, when) } : this with { From = Greatest(From, when) };
    }

    public bool IsAfter(string item, string place) => place.Length == 0 || Math.Sign(string.CompareOrdinal(item, place)) == (LatestFirst ? -1 : 1);

    private static string Least(string one, string other) => one.Length == 0 || string.CompareOrdinal(other, one) < 0 ? other : one;

    private static string Greatest(string one, string other) => string.CompareOrdinal(other, one) > 0 ? other : one;
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

    /// <summary>The marks of a record.</summary>
    public IEnumerable<Reference> Marks(string initiative, string when, IEnumerable<string> about, string detail = "") =>
    [
        new($"{What} {initiative} {when}", detail),
        new($"{What} * {when}", detail),
        .. about.Select(each => new Reference($"{What}-about {each} {when}", detail)),
    ];

    /// <summary>What happened in some days to those of a scope, in order of time, initiative and id.</summary>
    /// <param name="reader">Where it is read; the marks are read as they are asked for.</param>
    /// <param name="scope">For whom.</param>
    /// <param name="days">When.</param>
    /// <param name="about">Only what is about this; empty for all.</param>
    public IEnumerable<Marked> Read(LogReader reader, Scope scope, Days days, string about = "")
    {
        List<IEnumerable<Marked>> streams = [];
        if (about.Length > 0)
        {
            var all = scope.Others.Append(scope.Initiative).ToHashSet();
            streams.Add(Stream(reader, $"{What}-about {about} ", Shared, days).Where(marked => all.Contains(marked.Initiative)));
            if (Kept is not null)
                streams.Add(Stream(reader, $"{What}-about {about} ", Kept, days).Where(marked => marked.Initiative == scope.Initiative));
            return Merge(streams, days.LatestFirst);
        }

        if (Kept is not null) streams.Add(Stream(reader, $"{What} {scope.Initiative} ", Kept, days));
        if (scope.Others.Count <= MostByOne)
        {
            streams.AddRange(scope.Others.Append(scope.Initiative).Distinct().Select(each => Stream(reader, $"{What} {each} ", Shared, days)));
        }
        else
        {
            var all = scope.Others.Append(scope.Initiative).ToHashSet();
            streams.Add(Stream(reader, $"{What} * ", Shared, days).Where(marked => all.Contains(marked.Initiative)));
        }

        return Merge(streams, days.LatestFirst);
    }

    private static IEnumerable<Marked> Stream(LogReader reader, string prefix, string kind, Days days)
    {
        Mention? last = null;
        while (true)
        {
            var read = ReferenceTable.Next(reader, kind, prefix + days.From, prefix + days.Until + "\U0010FFFF", last, days.LatestFirst, AtOnce);
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
