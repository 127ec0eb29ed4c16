using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.Exchange.Tests.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace CollectiveImpact.Exchange.Tests.Log;

public sealed class DocumentLogTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task a_document_stands_when_the_log_is_opened_again()
    {
        string id;
        await using (var log = TestLog.Open(_folder))
        {
            await log.SayAsync("a", "hello");
            id = log.Id;
        }

        var rules = new TestRules();
        await using var again = TestLog.Open(_folder, rules);
        Assert.Equal(id, again.Id);
        Assert.Equal(1, again.Head);
        Assert.Equal(["hello"], rules.Published);
        Assert.Equal(1, again.Find("a")!.Content.Revision);
    }

    [Fact]
    public async Task sequences_are_contiguous_under_concurrent_writers()
    {
        await using var log = TestLog.Open(_folder);
        var written = await Task.WhenAll(Enumerable.Range(0, 500).Select(i => Task.Run(() => log.SayAsync($"n{i}", "x"))));
        Assert.Equal(Enumerable.Range(1, 500).Select(i => (long)i), written.Select(each => each.Document.Sequence).Order());
        Assert.Equal(500, log.Head);
    }

    [Fact]
    public async Task a_new_revision_replaces_the_old_one_and_takes_a_new_number()
    {
        await using var log = TestLog.Open(_folder);
        await log.SayAsync("a", "one");
        await log.SayAsync("b", "other");
        await log.SayAsync("a", "two");
        var documents = log.Read(reader => reader.DocumentsAfter(0, 10));
        Assert.Equal([("b", 2L, 1L), ("a", 3L, 2L)], documents.Select(d => (d.Content.Id, d.Sequence, d.Content.Revision)));
    }

    [Fact]
    public async Task saying_the_same_again_writes_nothing()
    {
        await using var log = TestLog.Open(_folder);
        await log.SayAsync("a", "one");
        var (document, changed) = await log.SayAsync("a", "one");
        Assert.False(changed);
        Assert.Equal((1, 1), (document.Content.Revision, log.Head));
    }

    [Fact]
    public async Task a_withdrawn_document_says_so_and_can_be_written_again()
    {
        await using var log = TestLog.Open(_folder);
        await log.SayAsync("a", "one");
        await log.SayAsync("a", null);
        Assert.True(log.Find("a")!.Content.Deleted);
        await log.SayAsync("a", "one");
        Assert.Equal((false, 3), (log.Find("a")!.Content.Deleted, log.Find("a")!.Content.Revision));
    }

    [Fact]
    public async Task an_operation_that_fails_leaves_nothing_and_harms_no_other()
    {
        var rules = new TestRules();
        await using var log = TestLog.Open(_folder, rules);
        var failing = log.WriteAsync<int>(transaction =>
        {
            transaction.Say("a", "lost");
            throw new InvalidOperationException("changed its mind");
        });
        var kept = log.SayAsync("b", "kept");
        await Assert.ThrowsAsync<InvalidOperationException>(() => failing);
        Assert.Equal(1, (await kept).Document.Sequence);
        Assert.Null(log.Find("a"));
        Assert.Equal(["kept"], rules.Published);
    }

    [Fact]
    public async Task a_key_written_twice_in_one_operation_stands_once()
    {
        await using var log = TestLog.Open(_folder);
        await log.WriteAsync(transaction =>
        {
            transaction.Say("a", "one");
            return transaction.Say("a", "two");
        });
        var document = Assert.Single(log.Read(reader => reader.DocumentsAfter(0, 10)));
        Assert.Equal((2, 2), (document.Content.Revision, document.Sequence));
    }

    [Fact]
    public async Task a_second_process_can_not_open_the_log()
    {
        await using var log = TestLog.Open(_folder);
        Assert.Throws<IOException>(() => TestLog.Open(_folder));
    }

    [Fact]
    public async Task a_database_of_a_later_release_is_not_touched()
    {
        var tables = new Schema("things", ["CREATE TABLE things (id TEXT)", "CREATE TABLE more (id TEXT)"], ["things"]);
        await TestLog.Open(_folder, schemas: [tables]).DisposeAsync();
        var exception = Assert.Throws<InvalidDataException>(() => TestLog.Open(_folder, schemas: [new Schema("things", [tables.Steps[0]], ["things"])]));
        Assert.Contains("later release", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task steps_that_are_new_are_taken_and_old_ones_are_not_repeated()
    {
        await TestLog.Open(_folder, schemas: [new Schema("things", ["CREATE TABLE things (id TEXT)"], ["things"])]).DisposeAsync();
        await using var log = TestLog.Open(_folder, schemas: [new Schema("things", ["CREATE TABLE things (id TEXT)", "ALTER TABLE things ADD COLUMN more TEXT"], ["things"])]);
        Assert.Equal(1, await log.WriteAsync(transaction => transaction.Execute("INSERT INTO things (id, more) VALUES ($1, $2)", "a", "b")));
    }

    [Fact]
    public void of_two_documents_exactly_one_supersedes_the_other_unless_they_are_the_same() => Prop.ForAll(
        Documents().ToArbitrary(), Documents().ToArbitrary(),
        (a, b) => a.Supersedes(b) != b.Supersedes(a) || a.Bytes.SequenceEqual(b.Bytes)).QuickCheckThrowOnFailure();

    [Fact]
    public void the_order_of_revisions_has_no_circles() => Prop.ForAll(
        Documents().ToArbitrary(), Documents().ToArbitrary(), Documents().ToArbitrary(),
        (a, b, c) => !(a.Supersedes(b) && b.Supersedes(c)) || a.Supersedes(c)).QuickCheckThrowOnFailure();

    private static Gen<StoredDocument> Documents() =>
        from epoch in Gen.Choose(0, 2)
        from revision in Gen.Choose(1, 3)
        from second in Gen.Choose(0, 2)
        from text in Gen.Choose(0, 2)
        let content = new V1.Document
        {
            Epoch = epoch,
            Revision = revision,
            WrittenAt = new Google.Protobuf.WellKnownTypes.Timestamp { Seconds = second },
            Id = $"{text}",
        }
        select new StoredDocument(0, default, content, Google.Protobuf.MessageExtensions.ToByteArray(content), null, null, default);
}
