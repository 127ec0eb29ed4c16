using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Tests.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace CollectiveImpact.Exchange.Tests.Log;

public sealed class DocumentLogTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

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
