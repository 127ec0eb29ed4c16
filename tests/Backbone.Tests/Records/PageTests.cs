using CollectiveImpact.Backbone.Records;
using FsCheck;
using FsCheck.Fluent;

namespace CollectiveImpact.Backbone.Tests.Records;

public sealed class PageTests
{
    [Fact]
    public void pages_of_any_size_give_every_item_once_and_in_order() => Prop.ForAll<byte[], byte>((lengths, size) =>
    {
        List<(string Place, Voice Item)> all =
            [.. lengths.Select((length, i) => ($"{i:0000}", new Voice { Voice_ = $"v{i}", Name = new Text { En = new string('x', length * 3000) } }))];
        List<Voice> read = [];
        var (token, pages) = ("", 0);
        do
        {
            var page = Page<Voice>.Take(all.Where(item => string.CompareOrdinal(item.Place, token) > 0), size + 1);
            read.AddRange(page.Items);
            (token, pages) = (page.NextToken, pages + 1);
        }
        while (token.Length > 0 && pages <= all.Count);
        return read.SequenceEqual(all.Select(item => item.Item));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void pages_of_a_search_give_what_is_asked_for_once_and_read_no_more_than_they_may() => Prop.ForAll<bool[], byte>((asked, size) =>
    {
        List<(string Place, Voice? Item)> all =
            [.. Enumerable.Range(0, 3000).Select(i => ($"{i:0000}", asked.Length > 0 && i % 500 < asked.Length && asked[i % 500] ? new Voice { Voice_ = $"v{i}" } : null))];
        List<Voice> read = [];
        var (token, looked) = ("", 0);
        do
        {
            var before = looked;
            var page = Page<Voice>.Sift(all.Where(item => string.CompareOrdinal(item.Place, token) > 0).Select(item => (looked++, item).item), size + 1);
            // One more is looked at, to know whether there is any.
            if (looked - before > 1001) return false;
            read.AddRange(page.Items);
            token = page.NextToken;
        }
        while (token.Length > 0);
        return read.SequenceEqual(all.Select(item => item.Item).OfType<Voice>());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void an_answer_stays_far_below_what_a_client_takes()
    {
        var large = new Voice { Name = new Text { En = new string('x', 500_000) } };
        var page = Page<Voice>.Take(Enumerable.Range(0, 100).Select(i => ($"{i:000}", large)), 1000);
        Assert.Equal((3, "002"), (page.Items.Count, page.NextToken));
    }
}
