using CollectiveImpact.Backbone.Nest;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Communication;

/// <summary>What was posted in a period, thread by thread. The database counts it, however much it is.</summary>
internal static class PostedThreads
{
    // Beyond so many initiatives the marks of all are counted, and those of others passed over.
    private const int MostByOne = 500;

    // What is counted ends before the number of the post, which has as many digits in each: `ca/forum/welcome/0000000001`.
    private const string Thread = "substr(id, 1, length(id) - 11)";

    private const string Counted =
        "COUNT(*), MAX(target || ' ' || initiative || ' ' || id) FROM mentions WHERE kind = $1 AND target >= $2 AND target < $3 AND (initiative <> $4 OR detail <> $5)";

    /// <summary>The threads in which an initiative sees posts of some days; in no order.</summary>
    /// <param name="reader">Where they are read.</param>
    /// <param name="nest">The nest.</param>
    /// <param name="initiative">Who looks.</param>
    /// <param name="person">Whose own posts for the initiative are left out; empty for nobody's.</param>
    /// <param name="days">From the first to the last.</param>
    public static List<DigestThread> Read(LogReader reader, NestState nest, string initiative, string person, Days days)
    {
        var line = Line.Of(nest, initiative);
        var besides = new Besides(person.Length == 0 ? "" : initiative, person);
        var shared = PostKind.NameOf(Reach.Nest);
        var found = line.Count == nest.Ids.Count ? OfAll(reader, shared, days, besides)
            : line.Count > MostByOne ? OfMany(reader, shared, days, besides, line)
            : line.SelectMany(each => OfOne(reader, shared, each, days, besides));
        return
        [
            .. found.Concat(OfOne(reader, PostKind.NameOf(Reach.Within), initiative, days, besides))
                .Where(thread => line.Contains(thread.Thread.Of))
                .GroupBy(thread => thread.Thread)
                .Select(parts => new DigestThread(parts.Key, parts.Sum(part => part.Posts), parts.Select(part => part.Latest).MaxBy(latest => latest.Place, StringComparer.Ordinal)!)),
        ];
    }

    private static List<DigestThread> OfAll(LogReader reader, string kind, Days days, Besides besides) =>
        ReadAll(reader, $"SELECT '', {Counted} GROUP BY {Thread}", kind, PostKind.Written.OfAll, days, besides, _ => true);

    private static List<DigestThread> OfMany(LogReader reader, string kind, Days days, Besides besides, HashSet<string> line) =>
        ReadAll(reader, $"SELECT initiative, {Counted} GROUP BY {Thread}, initiative", kind, PostKind.Written.OfAll, days, besides, line.Contains);

    private static List<DigestThread> OfOne(LogReader reader, string kind, string initiative, Days days, Besides besides) =>
        ReadAll(reader, $"SELECT '', {Counted} GROUP BY {Thread}", kind, PostKind.Written.Of(initiative), days, besides, _ => true);

    private static List<DigestThread> ReadAll(LogReader reader, string sql, string kind, string prefix, Days days, Besides besides, Func<string, bool> isSeen)
    {
        using var rows = reader.Query(sql, kind, prefix + days.From, prefix + days.Until + "\U0010FFFF", besides.Initiative, besides.Person);
        List<DigestThread> threads = [];
        while (rows.Read())
        {
            if (!isSeen(rows.GetString(0)) || rows.GetString(2)[prefix.Length..].Split(' ') is not [var when, var writer, var id]) continue;
            if (PostId.Read(id) is { } post) threads.Add(new DigestThread(post with { Number = 0 }, (int)rows.GetInt64(1), new Marked(when, writer, id, "")));
        }

        return threads;
    }

    private sealed record Besides(string Initiative, string Person);
}
