using CollectiveImpact.Exchange.Backups;
using CollectiveImpact.Exchange.Keys;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.Exchange.Log.Stores;
using CollectiveImpact.Exchange.Tests.Nodes;

namespace CollectiveImpact.Exchange.Tests.Backups;

public sealed class PendingRestoreTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task a_restore_that_was_cut_short_is_found_taken_up_at_the_next_start()
    {
        var (backup, former) = await BackupAsync();
        Leave(backup);
        await using (TestLog.Open(_folder))
        {
            // It was taken up, and the process ended before the file was put away.
            Leave(backup);
        }

        await using var log = TestLog.Open(_folder);
        Assert.NotEqual(former, log.Id);
        Assert.Equal("one", Text(log));
        Assert.False(File.Exists(Path.Combine(_folder.Path, "restore.backup")));
    }

    [Fact]
    public async Task a_backup_of_a_log_that_was_restored_itself_is_taken_up_under_a_new_id()
    {
        var (first, _) = await BackupAsync();
        Leave(first);
        var (second, former) = await BackupAsync();
        Leave(second);
        await using var log = TestLog.Open(_folder);
        Assert.NotEqual(former, log.Id);
    }

    [Fact]
    public async Task a_backup_is_not_taken_up_over_a_log_that_stands()
    {
        var (backup, _) = await BackupAsync();
        await using (TestLog.Open(_folder))
        {
        }

        Leave(backup);
        Assert.Throws<InvalidDataException>(() => TestLog.Open(_folder));
    }

    [Fact]
    public async Task a_backup_with_a_table_that_there_is_no_longer_is_taken_up()
    {
        const string make = "CREATE TABLE things (id TEXT PRIMARY KEY)", pass = "CREATE TABLE kept (id TEXT PRIMARY KEY); INSERT INTO kept SELECT id FROM things; DROP TABLE things";
        var before = new Schema("things", [make], ["things"]);
        using var stream = new MemoryStream();
        using var key = NodeKey.Create();
        await using (var log = TestLog.Open(new SqliteStore(Path.Combine(_folder.Path, "before.db")), key, null, [before]))
        {
            await log.WriteAsync(transaction => transaction.Execute("INSERT INTO things VALUES ($1)", "a"));
            new BackupWriter(log, [Schema.Log, before], TimeProvider.System).Write(stream, (_, _) => { }, CancellationToken.None);
        }

        stream.Position = 0;
        var after = before with { Steps = [make, pass], Tables = ["kept"], Former = ["things"] };
        using var store = new SqliteStore(Path.Combine(_folder.Path, "after.db"));
        using var session = store.TryOpen()!;
        session.Statements.Run(Schema.Versions);
        BackupReader.Read(stream, session.Statements, [Schema.Log, after]);
        after.Bring(session.Statements, 2);
        Assert.Equal("a", session.Statements.Scalar("SELECT id FROM kept", []));
    }

    public void Dispose() => _folder.Dispose();

    private static string Text(DocumentLog log) =>
        Google.Protobuf.WellKnownTypes.StringValue.Parser.ParseFrom(log.Find("a")!.Content.Payload).Value;

    /// <summary>Writes a document, and backs the log up; then the node's data are emptied but for its key.</summary>
    private async Task<(byte[] Backup, string Log)> BackupAsync()
    {
        using var stream = new MemoryStream();
        string id;
        await using (var log = TestLog.Open(_folder))
        {
            await log.SayAsync("a", "one");
            new BackupWriter(log, [Schema.Log], TimeProvider.System).Write(stream, (_, _) => { }, CancellationToken.None);
            id = log.Id;
        }

        Clear();
        return (stream.ToArray(), id);
    }

    private void Leave(byte[] backup) => File.WriteAllBytes(Path.Combine(_folder.Path, "restore.backup"), backup);

    private void Clear()
    {
        foreach (var file in Directory.GetFiles(_folder.Path, "node.db*")) File.Delete(file);
    }
}
