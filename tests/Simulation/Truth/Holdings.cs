using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;
using Microsoft.Data.Sqlite;

namespace CollectiveImpact.Simulation.Truth;

/// <summary>A document as a node's file has it.</summary>
internal sealed record Held(Document Content, byte[] Bytes, string Writer)
{
    public DocumentKey Key => new(Content.Initiative, Content.Kind, Content.Id);

    /// <summary>As documents are told apart by every node: epoch, revision, time, bytes.</summary>
    public bool Supersedes(Held other)
    {
        var order = Content.Epoch.CompareTo(other.Content.Epoch);
        if (order == 0) order = Content.Revision.CompareTo(other.Content.Revision);
        if (order == 0) order = Content.WrittenAt.CompareTo(other.Content.WrittenAt);
        return (order == 0 ? Bytes.AsSpan().SequenceCompareTo(other.Bytes) : order) > 0;
    }
}

/// <summary>What stands in a node's file, read past the product's code.</summary>
internal static class Holdings
{
    public static List<Held> Of(string database)
    {
        List<Held> held = [];
        if (!File.Exists(database)) return held;
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name = 'documents'";
        if (command.ExecuteScalar() is 0L) return held;
        command.CommandText = "SELECT document, writer FROM documents ORDER BY sequence";
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            var bytes = (byte[])rows[0];
            held.Add(new Held(Document.Parser.ParseFrom(bytes), bytes, rows.GetString(1)));
        }

        return held;
    }
}
