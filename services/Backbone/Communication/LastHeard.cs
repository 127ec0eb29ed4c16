using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;

namespace CollectiveImpact.Backbone.Communication;

/// <summary>A kind of which each document tells that its initiative was heard from, where it leaves its node.</summary>
internal interface IHeard : IKind;

/// <summary>When each initiative last spoke in a way that left its node: one row each, kept up to date by what it writes.</summary>
internal static class LastHeard
{
    public static Schema Steps { get; } = new("communication", [
        """
        -- Unix milliseconds. Reports that stand already count as heard when they came.
        CREATE TABLE last_heard (initiative TEXT PRIMARY KEY, at INTEGER NOT NULL);
        INSERT INTO last_heard SELECT initiative, MAX(received_at) FROM documents WHERE kind = 'report' GROUP BY initiative;
        """,
    ],
    ["last_heard"]);

    /// <summary>Notes a document that an initiative wrote or withdrew.</summary>
    public static void Note(LogTransaction transaction, StoredDocument document) => transaction.Execute(
        "INSERT INTO last_heard VALUES ($1, $2) ON CONFLICT (initiative) DO UPDATE SET at = excluded.at WHERE excluded.at > last_heard.at",
        document.Content.Initiative, At(document).ToUnixTimeMilliseconds());

    /// <summary>When its initiative was heard from by a document: a writer's clock that runs ahead does not make it days to come.</summary>
    public static DateTimeOffset At(StoredDocument document)
    {
        var written = document.Content.WrittenAt.ToDateTimeOffset();
        return written < document.ReceivedAt ? written : document.ReceivedAt;
    }

    /// <summary>When each initiative that ever spoke did so last.</summary>
    public static Dictionary<string, DateTimeOffset> All(LogReader reader)
    {
        using var rows = reader.Query("SELECT initiative, at FROM last_heard");
        Dictionary<string, DateTimeOffset> heard = [];
        while (rows.Read()) heard.Add(rows.GetString(0), DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(1)));
        return heard;
    }
}
