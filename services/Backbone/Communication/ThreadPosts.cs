using CollectiveImpact.Backbone.Nest;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Log;

namespace CollectiveImpact.Backbone.Communication;

/// <summary>What is posted in a thread, of all that a line of initiatives sees.</summary>
/// <param name="Posts">How many.</param>
/// <param name="Last">When the last was written, as text that sorts.</param>
/// <param name="Writer">Which initiative wrote it.</param>
internal sealed record ThreadPosts(int Posts, string Last, string Writer)
{
    /// <summary>That of a channel's threads in which there is any, by the thread as what posts name.</summary>
    /// <param name="reader">Where it is read.</param>
    /// <param name="nest">The nest.</param>
    /// <param name="line">Who is seen.</param>
    /// <param name="channel">The channel, as its threads' ids begin: `ca/forum/`.</param>
    /// <param name="kind">The kind of its posts.</param>
    public static Dictionary<string, ThreadPosts> In(LogReader reader, NestState nest, IReadOnlyCollection<string> line, string channel, string kind)
    {
        var (seen, topic) = (CountedLine.Of(reader, line.Count == nest.Ids.Count ? null : line), Topic.Of("thread", channel));
        Dictionary<string, ThreadPosts> threads = [];
        if (seen.HasPlaces)
        {
            foreach (var counted in CountTable.Beginning(reader, topic, kind).Where(counted => seen.HasAllOf(counted.Place)))
            {
                var end = counted.Last.LastIndexOf(' ');
                Add(counted.Target, new ThreadPosts(counted.Many, counted.Last[..end], counted.Last[(end + 1)..]));
            }
        }

        foreach (var initiative in seen.Others)
            foreach (var (target, many, last) in Of(reader, initiative, kind, channel, topic)) Add(target, new ThreadPosts(many, last, initiative));
        return threads;

        void Add(string thread, ThreadPosts posts) =>
            threads[thread] = threads.TryGetValue(thread, out var others) ? posts.With(others) : posts;
    }

    private ThreadPosts With(ThreadPosts other)
    {
        var later = string.CompareOrdinal($"{Last} {Writer}", $"{other.Last} {other.Writer}") < 0 ? other : this;
        return later with { Posts = Posts + other.Posts };
    }

    // An initiative's posts stand together by their ids, and these begin with the channel.
    private static List<(string Target, int Many, string Last)> Of(LogReader reader, string initiative, string kind, string channel, string topic)
    {
        using var rows = reader.Query(
            """
            SELECT target, COUNT(*), MAX(detail) FROM mentions
            WHERE initiative = $1 AND kind = $2 AND id >= $3 AND id < $4 AND target >= $5 AND target < $6 GROUP BY target
            """,
            initiative, kind, channel, channel + "\U0010FFFF", topic, topic + "\U0010FFFF");
        List<(string, int, string)> threads = [];
        while (rows.Read()) threads.Add((rows.GetString(0), (int)rows.GetInt64(1), rows.GetString(2)));
        return threads;
    }
}
