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
    public void an_answer_stays_far_below_what_a_client_takes()
    {
        var large = new Voice { Name = new Text { En = new string('x', 500_000) } };
        var page = Page<Voice>.Take(Enumerable.Range(0, 100).Select(i => ($"{i:000}", large)), 1000);
        Assert.Equal((3, "002"), (page.Items.Count, page.NextToken));
    }
}
