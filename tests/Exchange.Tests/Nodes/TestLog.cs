using CollectiveImpact.Exchange.Backups;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Keys;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.Exchange.Log.Stores;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Logging.Abstractions;

namespace CollectiveImpact.Exchange.Tests.Nodes;

/// <summary>A log on a real file, and short words for what tests do with it.</summary>
internal static class TestLog
{
    public static DocumentLog Open(TestFolder folder, TestRules? rules = null, IEnumerable<Schema>? schemas = null)
    {
        var key = NodeKey.Open(Path.Combine(folder.Path, "node.key"));
        return Open(new SqliteStore(Path.Combine(folder.Path, "node.db")), key, rules, schemas, new PendingRestore(folder.Path));
    }

    public static DocumentLog Open(
        ILogStore store, NodeKey key, TestRules? rules = null, IEnumerable<Schema>? schemas = null, PendingRestore? restore = null)
    {
        var log = new DocumentLog(
            store, schemas ?? [], rules ?? new TestRules(), key, new RandomIds(), restore, TimeProvider.System, NullLogger<DocumentLog>.Instance);
        try
        {
            log.Start();
            return log;
        }
        catch
        {
            log.DisposeAsync().AsTask().GetAwaiter().GetResult();
            throw;
        }
    }

    public static DocumentKey Note(string id) => new("ca", "note", id);

    public static Task<(StoredDocument Document, bool Changed)> SayAsync(this DocumentLog log, string id, string? text) =>
        log.WriteAsync(transaction => transaction.Say(id, text));

    public static (StoredDocument Document, bool Changed) Say(this LogTransaction transaction, string id, string? text) =>
        transaction.Write(Note(id), 0, text is null ? null : new StringValue { Value = text });

    public static StoredDocument? Find(this DocumentLog log, string id) => log.Read(reader => reader.Find(Note(id)));
}
