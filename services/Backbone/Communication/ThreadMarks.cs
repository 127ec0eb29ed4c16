using CollectiveImpact.Exchange.Log;

namespace CollectiveImpact.Backbone.Communication;

/// <summary>The posts of a thread in the order in which they were written, read as they are asked for.</summary>
internal static class ThreadMarks
{
    // The posts of so few are read one initiative's after the other's, those of others not at all.
    private const int Few = 16;
    private const int AtOnce = 256;

    /// <param name="reader">Where they are read.</param>
    /// <param name="line">Whose.</param>
    /// <param name="topic">The thread, as what posts name.</param>
    /// <param name="kind">The kind of its posts.</param>
    /// <param name="after">Only those that come after this place; empty for all.</param>
    public static IEnumerable<Marked> Read(LogReader reader, IReadOnlySet<string> line, string topic, string kind, string after) => line.Count > Few
        ? Stream(reader, topic, kind, after).Where(mark => line.Contains(mark.Initiative))
        : line.SelectMany(initiative => Of(reader, topic, kind, initiative))
            .Where(mark => string.CompareOrdinal(mark.Place, after) > 0).OrderBy(mark => mark.Place, StringComparer.Ordinal);

    private static IEnumerable<Marked> Stream(LogReader reader, string topic, string kind, string after)
    {
        var (when, initiative, id) = after.Split(' ') is [var day, var writer, var post] ? (day, writer, post) : (after, "", "");
        while (true)
        {
            var read = ReadAll(reader.Query(
                """
                SELECT detail, initiative, id FROM mentions WHERE target = $1 AND kind = $2 AND (detail, initiative, id) > ($3, $4, $5)
                ORDER BY detail, initiative, id LIMIT $6
                """,
                topic, kind, when, initiative, id, AtOnce));
            foreach (var mark in read) yield return mark;
            if (read.Count < AtOnce) yield break;
            (when, initiative, id) = (read[^1].When, read[^1].Initiative, read[^1].Id);
        }
    }

    private static List<Marked> Of(LogReader reader, string topic, string kind, string initiative) => ReadAll(reader.Query(
        "SELECT detail, initiative, id FROM mentions WHERE target = $1 AND kind = $2 AND initiative = $3", topic, kind, initiative));

    private static List<Marked> ReadAll(Rows rows)
    {
        using (rows)
        {
            List<Marked> marks = [];
            while (rows.Read()) marks.Add(new Marked(rows.GetString(0), rows.GetString(1), rows.GetString(2), ""));
            return marks;
        }
    }
}
