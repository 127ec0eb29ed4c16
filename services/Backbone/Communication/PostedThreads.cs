using CollectiveImpact.Backbone.Nest;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Communication;

/// <summary>What was posted in a period, thread by thread. The database counts it, however much it is.</summary>
internal static class PostedThreads
{
    // Beyond so many initiatives the marks of all are counted, and those of others passed over.
    private const int MostByOne = 500;

    // The post's number, at the end of its id: `ca/forum/welcome/0000000001`.
    private const int NumberLength = 11;

    /// <summary>How many posts of some days an initiative sees, and the threads that they are in, that with the latest first.</summary>
    /// <param name="reader">Where they are read.</param>
    /// <param name="nest">The nest.</param>
    /// <param name="initiative">Who looks.</param>
    /// <param name="person">Whose own posts for the initiative are left out; empty for nobody's.</param>
    /// <param name="days">From the first to the last.</param>
    public static (int Posts, DigestPart<DigestThread> Threads) Read(LogReader reader, NestState nest, string initiative, string person, Days days)
    {
        var line = Line.Of(nest, initiative);
        var besides = new Besides(person.Length == 0 ? "" : initiative, person);
        var shared = PostKind.NameOf(Reach.Nest);
        Dictionary<string, Counting> threads = [];
        if (line.Count > MostByOne) Add(threads, reader, shared, PostKind.Written.OfAll, days, besides, line.Count == nest.Ids.Count ? null : line);
        else foreach (var each in line) Add(threads, reader, shared, PostKind.Written.Of(each), days, besides, null);
        Add(threads, reader, PostKind.NameOf(Reach.Within), PostKind.Written.Of(initiative), days, besides, null);
        var seen = threads.Where(thread => line.Contains(thread.Key[..thread.Key.IndexOf('/')])).Select(thread => thread.Value).ToList();
        return (
            seen.Sum(thread => thread.Posts),
            new DigestPart<DigestThread>(
                seen.Count,
                [
                    .. seen.OrderByDescending(thread => thread.Latest.When, StringComparer.Ordinal).ThenByDescending(thread => thread.Latest.Place, StringComparer.Ordinal)
                        .Take(DigestPart<DigestThread>.Most)
                        .Select(thread => new DigestThread(PostId.Read(thread.Latest.Id)! with { Number = 0 }, thread.Posts, thread.Latest)),
                ]));
    }

    // A year has tens of thousands of posts: of each no more is looked at than which thread it is in, but for the latest.
    private static void Add(
        Dictionary<string, Counting> threads, LogReader reader, string kind, string prefix, Days days, Besides besides, HashSet<string>? line)
    {
        var known = threads.GetAlternateLookup<ReadOnlySpan<char>>();
        using var rows = reader.Query(
            """
            SELECT id, initiative, target FROM mentions WHERE kind = $1 AND target >= $2 AND target < $3 AND (initiative <> $4 OR detail <> $5)
            ORDER BY target DESC
            """,
            kind, prefix + days.From, prefix + days.Until + "\U0010FFFF", besides.Initiative, besides.Person);
        while (rows.Read())
        {
            var id = rows.GetString(0);
            if (line is not null && !line.Contains(rows.GetString(1))) continue;
            var thread = id.AsSpan(0, id.Length - NumberLength);
            if (!known.TryGetValue(thread, out var counting)) known[thread] = counting = new Counting();
            counting.Posts++;
            var when = rows.GetString(2);
            // Of one prefix the latest come first; which of those of one instant is the last is told by their places.
            if (string.CompareOrdinal(when, prefix.Length, counting.Latest.When, 0, int.MaxValue) >= 0) counting.Take(new Marked(when[prefix.Length..], rows.GetString(1), id, ""));
        }
    }

    private sealed class Counting
    {
        public int Posts { get; set; }

        public Marked Latest { get; private set; } = new("", "", "", "");

        public void Take(Marked post)
        {
            if (Latest.Id.Length == 0 || string.CompareOrdinal(post.Place, Latest.Place) > 0) Latest = post;
        }
    }

    private sealed record Besides(string Initiative, string Person);
}
