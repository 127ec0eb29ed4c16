using CollectiveImpact.Exchange.Log;
using CollectiveImpact.Exchange.Tests.Nodes;
using CollectiveImpact.V1;
using Google.Protobuf;

namespace CollectiveImpact.Exchange.Tests.Stores;

/// <summary>What a node tells of the order of what it said, when its file was put back by hand.</summary>
public sealed class TermTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task whatever_is_put_back_a_node_is_never_wrong_about_which_of_two_things_it_said_first_and_sure_of_the_last(int seed)
    {
        var random = new Random(seed);
        List<Document> all = [];
        List<(TestFolder Copy, int Said)> copies = [];
        var standing = -1;
        for (var turn = 0; turn < 25; turn++)
        {
            await using (var log = TestLog.Open(_folder))
            {
                Said? present = null;
                for (var i = random.Next(4); i > 0; i--)
                {
                    all.Add((await log.SayAsync("a", $"{all.Count}")).Document.Content);
                    (standing, present) = (all.Count - 1, all[^1].Said);
                }

                for (var other = 0; standing >= 0 && other < all.Count; other++)
                {
                    if (other == standing) continue;
                    var isLater = await IsLater(log, present, all[standing], all[other]);
                    if (isLater is not null || present is not null) Assert.Equal(standing > other, isLater);
                }
            }

            // Of a file that is closed; what is said after it is lost, and may come back from others.
            if (random.Next(3) == 0)
            {
                copies.Add((new TestFolder(), standing));
                _folder.CopyTo(copies[^1].Copy);
            }

            if (copies.Count > 0 && random.Next(3) == 0)
            {
                (var copy, standing) = copies[random.Next(copies.Count)];
                foreach (var file in Directory.GetFiles(_folder.Path)) File.Delete(file);
                copy.CopyTo(_folder);
            }
        }

        copies.ForEach(copy => copy.Copy.Dispose());
    }

    [Fact]
    public async Task what_goes_on_comes_after_and_of_two_courses_that_parted_neither()
    {
        using var copy = new TestFolder();
        var first = await SayAsync("one");
        _folder.CopyTo(copy);
        List<Document> lost = [];
        for (var i = 0; i < Terms.MostWords; i++) lost.Add(await SayAsync($"{i}"));
        foreach (var file in Directory.GetFiles(_folder.Path)) File.Delete(file);
        copy.CopyTo(_folder);
        var later = await SayAsync("later");

        await using var log = TestLog.Open(_folder);
        Assert.Equal(false, await IsLater(log, null, first, lost[0]));
        Assert.Equal(true, await IsLater(log, null, later, first));
        Assert.Null(await IsLater(log, null, later, lost[0]));
        // So many terms lie between that it does not name the first any more.
        Assert.Null(await IsLater(log, null, first, lost[^1]));
    }

    [Fact]
    public async Task what_is_said_again_is_as_old_as_it_was()
    {
        var (first, second) = (await SayAsync("one"), await SayAsync("two"));
        var again = new Document(first) { Sequence = second.Sequence + 1, Revision = second.Revision + 1 };
        again.Said.Sequence = first.Sequence;
        await using var log = TestLog.Open(_folder);
        Assert.Equal(false, await IsLater(log, null, again, second));
    }

    [Theory]
    [InlineData(0, 2, 0)]
    [InlineData(1, 0, 0)]
    [InlineData(1, 3, 0)]
    [InlineData(1, 4, 0)]
    [InlineData(99, 34, 0)]
    [InlineData(1, 2, -1)]
    public void what_no_writer_says_of_its_terms_is_wrong(long term, int words, long sequence) =>
        Assert.True(Terms.IsWrong(new Said { Term = term, Words = ByteString.CopyFrom(new byte[words]), Sequence = sequence }));

    private static Task<bool?> IsLater(DocumentLog log, Said? present, Document standing, Document returned) =>
        log.WriteAsync(transaction => Terms.IsLater(transaction, present, standing, returned));

    private async Task<Document> SayAsync(string text)
    {
        await using var log = TestLog.Open(_folder);
        return (await log.SayAsync("a", text)).Document.Content;
    }
}
