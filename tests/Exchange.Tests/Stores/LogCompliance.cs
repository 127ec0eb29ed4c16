using CollectiveImpact.Exchange.Backups;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Links;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.Exchange.Tests.Nodes;
using CollectiveImpact.V1;

namespace CollectiveImpact.Exchange.Tests.Stores;

/// <summary>What a log promises, whatever keeps it. Every store passes all of this.</summary>
public abstract class LogCompliance : IAsyncLifetime
{
    private static readonly Schema Things = new("things", ["CREATE TABLE things (id TEXT PRIMARY KEY, weight INTEGER NOT NULL, image BLOB) WITHOUT ROWID"], ["things"]);

    private IStoreUnderTest _store = null!;

    public async Task InitializeAsync() => _store = await CreateAsync();

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task values_go_where_their_numbers_say_and_not_where_they_come_first()
    {
        await using var log = _store.Start();
        var read = log.Read(reader =>
        {
            using var rows = reader.Query("SELECT $3, $1 || $2, $1 WHERE $4 = 7", "a", "b", "c", 7L);
            return rows.Read() ? (rows.GetString(0), rows.GetString(1), rows.GetString(2)) : default;
        });
        Assert.Equal(("c", "ab", "a"), read);
    }

    [Fact]
    public async Task a_document_stands_when_the_log_is_opened_again()
    {
        string id;
        await using (var log = _store.Start())
        {
            await log.SayAsync("a", "hello");
            id = log.Id;
        }

        var rules = new TestRules();
        await using var again = _store.Start(rules);
        Assert.Equal((id, 1), (again.Id, again.Head));
        Assert.Equal(["hello"], rules.Published);
        Assert.Equal(1, again.Find("a")!.Content.Revision);
    }

    [Fact]
    public async Task sequences_are_contiguous_under_concurrent_writers()
    {
        await using var log = _store.Start();
        var written = await Task.WhenAll(Enumerable.Range(0, 500).Select(i => Task.Run(() => log.SayAsync($"n{i}", "x"))));
        Assert.Equal(Enumerable.Range(1, 500).Select(i => (long)i), written.Select(each => each.Document.Sequence).Order());
        Assert.Equal(500, log.Head);
        Assert.Equal(Enumerable.Range(1, 500).Select(i => (long)i), log.Read(reader => reader.DocumentsAfter(0, 1000)).Select(document => document.Sequence));
    }

    [Fact]
    public async Task a_reader_that_goes_up_the_numbers_while_others_write_misses_nothing()
    {
        await using var log = _store.Start();
        var writing = Task.WhenAll(Enumerable.Range(0, 400).Select(i => Task.Run(() => log.SayAsync($"n{i}", "x"))));
        List<long> seen = [];
        while (seen.Count < 400)
        {
            foreach (var document in log.Read(reader => reader.DocumentsAfter(seen.LastOrDefault(), 7))) seen.Add(document.Sequence);
            if (writing.IsFaulted) await writing;
        }

        Assert.Equal(Enumerable.Range(1, 400).Select(i => (long)i), seen);
    }

    [Fact]
    public async Task whoever_reads_sees_one_moment_though_others_write_meanwhile()
    {
        await using var log = _store.Start();
        await log.SayAsync("a", "one");
        var (before, after) = log.Read(reader =>
        {
            var before = reader.DocumentsAfter(0, 10).Count;
            log.SayAsync("b", "two").Wait();
            return (before, reader.DocumentsAfter(0, 10).Count);
        });
        Assert.Equal((1, 1, 2), (before, after, log.Read(reader => reader.DocumentsAfter(0, 10)).Count));
    }

    [Fact]
    public async Task a_new_revision_replaces_the_old_one_and_takes_a_new_number()
    {
        await using var log = _store.Start();
        await log.SayAsync("a", "one");
        await log.SayAsync("b", "other");
        await log.SayAsync("a", "two");
        Assert.Equal(
            [("b", 2L, 1L), ("a", 3L, 2L)],
            log.Read(reader => reader.DocumentsAfter(0, 10)).Select(d => (d.Content.Id, d.Sequence, d.Content.Revision)));
    }

    [Fact]
    public async Task a_withdrawn_document_stays_as_what_says_so_and_can_be_written_again()
    {
        await using (var log = _store.Start())
        {
            await log.SayAsync("a", "one");
            await log.SayAsync("a", null);
        }

        await using var again = _store.Start();
        Assert.True(again.Find("a")!.Content.Deleted);
        Assert.Single(again.Read(reader => reader.DocumentsAfter(0, 10)));
        await again.SayAsync("a", "one");
        Assert.Equal((false, 3), (again.Find("a")!.Content.Deleted, again.Find("a")!.Content.Revision));
    }

    [Fact]
    public async Task pages_of_any_size_give_every_document_once_and_in_order()
    {
        await using var log = _store.Start();
        foreach (var i in Enumerable.Range(0, 23)) await log.SayAsync($"n{i % 17}", $"{i}");
        foreach (var size in (int[])[1, 2, 5, 16, 17, 100])
        {
            List<long> sequences = [];
            while (log.Read(reader => reader.DocumentsAfter(sequences.LastOrDefault(), size)) is { Count: > 0 } page)
                sequences.AddRange(page.Select(document => document.Sequence));
            Assert.Equal(17, sequences.Count);
            Assert.Equal(sequences.Order(), sequences);
        }
    }

    [Fact]
    public async Task text_is_compared_byte_by_byte()
    {
        await using var log = _store.Start();
        foreach (var id in (string[])["need/b", "need/É", "need/a", "need/Z", "need/😀", "needle/a", "nee"]) await log.SayAsync(id, id);
        Assert.Equal(
            ["need/Z", "need/a", "need/b", "need/É", "need/😀"],
            log.Read(reader => reader.DocumentsBeginning("ca", "note", "need/")).Select(document => document.Content.Id));
    }

    [Fact]
    public async Task documents_of_several_kinds_come_in_the_order_of_the_log()
    {
        await using var log = _store.Start();
        await log.SayAsync("a", "1");
        await log.WriteAsync(transaction => transaction.Write(new DocumentKey("ca", "secret", "s"), 0, new Text { En = "2" }));
        await log.SayAsync("b", "3");
        Assert.Equal([1L, 2L, 3L], log.Read(reader => reader.DocumentsOf(["secret", "note"])).Select(document => document.Sequence));
        Assert.Equal([2L], log.Read(reader => reader.DocumentsOf(["secret"])).Select(document => document.Sequence));
        Assert.Empty(log.Read(reader => reader.DocumentsOf([])));
    }

    [Fact]
    public async Task an_operation_that_fails_leaves_nothing_and_harms_no_other()
    {
        var rules = new TestRules();
        await using var log = _store.Start(rules, Things);
        var failing = log.WriteAsync<int>(transaction =>
        {
            transaction.Say("a", "lost");
            transaction.Execute("INSERT INTO things (id, weight) VALUES ($1, $2)", "a", 1);
            throw new InvalidOperationException("changed its mind");
        });
        var kept = log.SayAsync("b", "kept");
        await Assert.ThrowsAsync<InvalidOperationException>(() => failing);
        Assert.Equal(1, (await kept).Document.Sequence);
        Assert.Null(log.Find("a"));
        Assert.Equal(0, Count(log));
        Assert.Equal(["kept"], rules.Published);
    }

    [Fact]
    public async Task an_operation_that_the_store_refuses_harms_no_other()
    {
        await using var log = _store.Start(null, Things);
        var failing = log.WriteAsync(transaction =>
        {
            transaction.Say("a", "lost");
            return transaction.Execute("INSERT INTO nowhere VALUES (1)");
        });
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => failing);
        await log.SayAsync("b", "kept");
        Assert.Equal((1, null), (log.Head, log.Find("a")));
    }

    [Fact]
    public async Task what_a_group_has_written_is_among_the_documents_that_begin_alike()
    {
        await using var log = _store.Start();
        foreach (var id in new[] { "p/a", "p/b", "q" }) await log.SayAsync(id, "one");
        var found = await log.WriteAsync(transaction =>
        {
            var before = Beginning();
            transaction.Say("p/c", "one");
            transaction.Say("p/a", "two");
            return (Before: before, After: Beginning());

            List<(string, long)> Beginning() =>
                [.. transaction.DocumentsBeginning(TestLog.Note("").Initiative, TestLog.Note("").Kind, "p/").Select(each => (each.Content.Id, each.Content.Revision))];
        });
        Assert.Equal([("p/a", 1L), ("p/b", 1L)], found.Before);
        Assert.Equal([("p/a", 2L), ("p/b", 1L), ("p/c", 1L)], found.After);
    }

    [Fact]
    public async Task values_of_every_type_come_back_as_they_were()
    {
        await using var log = _store.Start(null, Things);
        await log.WriteAsync(transaction => transaction.Execute("INSERT INTO things VALUES ($1, $2, $3)", "é😀", long.MaxValue, new byte[] { 0, 255 }));
        await log.WriteAsync(transaction => transaction.Execute("INSERT INTO things VALUES ($1, $2, $3)", "", -1, null));
        var read = log.Read(reader =>
        {
            using var rows = reader.Query("SELECT id, weight, image FROM things ORDER BY weight");
            List<(string, long, byte[]?)> things = [];
            while (rows.Read()) things.Add((rows.GetString(0), rows.GetInt64(1), rows.IsNull(2) ? null : rows.GetBytes(2)));
            return things;
        });
        Assert.Equal(("", -1, null), read[0]);
        Assert.Equal(("é😀", long.MaxValue), (read[1].Item1, read[1].Item2));
        Assert.Equal([0, 255], read[1].Item3!);
    }

    [Fact]
    public async Task a_document_s_effect_and_the_cursor_stand_together_or_not_at_all()
    {
        await using var child = new WrittenElsewhere();
        await using (var log = _store.Start())
        {
            var link = await log.WriteAsync(child.Link);
            var received = await child.SayAsync("a", "one");
            await Assert.ThrowsAsync<InvalidOperationException>(() => log.WriteAsync<int>(transaction =>
            {
                transaction.Accept(received, child.Peer(link));
                LinkTable.Advance(transaction, link, child.LogId, 1);
                throw new InvalidOperationException("the machine stumbled");
            }));
            Assert.Null(log.Find("a"));
            Assert.Equal(0, log.Read(LinkTable.All).Single().Received);
            await log.WriteAsync(transaction =>
            {
                transaction.Accept(received, child.Peer(link));
                LinkTable.Advance(transaction, link, child.LogId, 1);
                return 0;
            });
        }

        await using var again = _store.Start();
        Assert.NotNull(again.Find("a"));
        Assert.Equal((child.LogId, 1), again.Read(LinkTable.All).Select(link => (link.ReceivedLog, link.Received)).Single());
    }

    [Fact]
    public async Task after_a_crash_between_any_two_steps_an_operation_stands_whole_or_not_at_all()
    {
        await using var child = new WrittenElsewhere();
        StoredLink link;
        await using (var log = _store.Start()) link = await log.WriteAsync(child.Link);
        var received = await child.SayAsync("from-elsewhere", "one");
        var steps = 0;
        for (var whole = false; !whole; steps++)
        {
            var store = new CrashingStore(_store.Open(), after: steps);
            var log = new CrashingLog(store, _store.Key);
            if (!log.TryOpen()) continue;
            var write = log.Log.WriteAsync(transaction =>
            {
                transaction.Say("own", "two");
                transaction.Accept(received, child.Peer(link));
                LinkTable.Advance(transaction, link, child.LogId, 1);
                return 0;
            });
            log.CommitAndCrash();
            await using var again = _store.Start();
            var (own, other, cursor) = (again.Find("own"), again.Find("from-elsewhere"), again.Read(LinkTable.All).Single().Received);
            whole = write.IsCompletedSuccessfully;
            if (whole) Assert.NotNull(own);
            Assert.Equal((own is null, own is null, own is null ? 0 : 1), (own is null, other is null, cursor));
            Assert.Equal(again.Read(reader => reader.DocumentsAfter(0, 10)).Count, again.Head);
        }

        Assert.True(steps > 10, $"only {steps} steps were crashed between");
    }

    [Fact]
    public async Task steps_that_are_new_are_taken_and_old_ones_are_not_repeated()
    {
        await _store.Start(null, Things).DisposeAsync();
        var more = new Schema("things", [.. Things.Steps, "ALTER TABLE things ADD COLUMN colour TEXT NOT NULL DEFAULT ''"], ["things"]);
        await using (var log = _store.Start(null, more))
            Assert.Equal(1, await log.WriteAsync(transaction => transaction.Execute("INSERT INTO things (id, weight, colour) VALUES ($1, $2, $3)", "a", 1, "b")));
        Assert.Contains("later release", Assert.Throws<InvalidDataException>(() => _store.Start(null, Things)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_log_of_another_node_is_not_touched()
    {
        await _store.Start().DisposeAsync();
        using var other = CollectiveImpact.Exchange.Keys.NodeKey.Create();
        Assert.Contains(_store.Key.Node.Fingerprint, Assert.Throws<InvalidDataException>(() => TestLog.Open(_store.Open(), other)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_backup_taken_up_by_an_empty_store_is_the_same_log_under_a_new_id()
    {
        string id;
        using var folder = new TestFolder();
        await using (var log = _store.Start(null, Things))
        {
            foreach (var i in Enumerable.Range(0, 40)) await log.SayAsync($"n{i}", $"{i}");
            await log.SayAsync("n3", null);
            await log.WriteAsync(transaction => transaction.Execute("INSERT INTO things VALUES ($1, $2, $3)", "é", 7, new byte[] { 1 }));
            id = log.Id;
            await using var file = File.Create(Path.Combine(folder.Path, "restore.backup"));
            new BackupWriter(log, [Schema.Log, Things], TimeProvider.System).Write(file, (_, _) => { }, CancellationToken.None);
        }

        await using var empty = await CreateAsync();
        await using var restored = TestLog.Open(empty.Open(), _store.Key, schemas: [Things], restore: new PendingRestore(folder.Path));
        Assert.Equal(41, restored.Head);
        Assert.NotEqual(id, restored.Id);
        Assert.True(restored.Find("n3")!.Content.Deleted);
        Assert.Equal(1, Count(restored));
        Assert.Empty(Directory.GetFiles(folder.Path));
        Assert.Equal(42, (await restored.SayAsync("n41", "after")).Document.Sequence);
    }

    [Fact]
    public async Task a_damaged_backup_is_refused_and_leaves_the_store_empty()
    {
        using var folder = new TestFolder();
        var path = Path.Combine(folder.Path, "restore.backup");
        await using (var log = _store.Start())
        {
            foreach (var i in Enumerable.Range(0, 40)) await log.SayAsync($"n{i}", $"{i}");
            await using var file = File.Create(path);
            new BackupWriter(log, [Schema.Log], TimeProvider.System).Write(file, (_, _) => { }, CancellationToken.None);
        }

        await File.WriteAllBytesAsync(path, (await File.ReadAllBytesAsync(path))[..^200]);
        await using var empty = await CreateAsync();
        Assert.Throws<InvalidDataException>(() => TestLog.Open(empty.Open(), _store.Key, restore: new PendingRestore(folder.Path)));
        File.Delete(path);
        await using var log2 = TestLog.Open(empty.Open(), _store.Key);
        Assert.Equal(0, log2.Head);
    }

    private protected abstract Task<IStoreUnderTest> CreateAsync();

    private static long Count(DocumentLog log) => log.Read(reader =>
    {
        using var row = reader.Query("SELECT count(*) FROM things");
        row.Read();
        return row.GetInt64(0);
    });
}
