using CollectiveImpact.Exchange.Calls;
using Google.Protobuf;

namespace CollectiveImpact.Backbone.Records;

/// <summary>A page of a list: its token is the place of its last item, so it stays right whatever is written in between.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, string NextToken) where T : IMessage
{
    /// <summary>A client takes 4 MiB in an answer; the item that passes this bound is the page's last.</summary>
    private const int MostBytes = 1 << 20;

    /// <summary>What is read for a page at most where most of it may be passed over.</summary>
    private const int MostLooked = 1000;

    /// <summary>How many items a caller gets that does not say.</summary>
    public const int Usual = 100;

    /// <summary>How many items a caller can ask for.</summary>
    public const int Largest = 1000;

    /// <param name="items">What comes after the page before, in order, with the place of each.</param>
    /// <param name="size">How many at most.</param>
    public static Page<T> Take(IEnumerable<(string Place, T Item)> items, int size)
    {
        List<T> page = [];
        var (last, bytes) = ("", 0);
        foreach (var (place, item) in items)
        {
            if (page.Count == size || bytes >= MostBytes) return new Page<T>(page, last);
            page.Add(item);
            (last, bytes) = (place, bytes + item.CalculateSize());
        }

        return new Page<T>(page, "");
    }

    /// <summary>
    /// The same where what is asked for is told by reading each: after so many a page ends with what was found in them,
    /// though it be nothing, and its token leads on.
    /// </summary>
    /// <param name="items">What is looked through, in order, with the place of each; null for what is not asked for.</param>
    /// <param name="size">How many at most.</param>
    public static Page<T> Sift(IEnumerable<(string Place, T? Item)> items, int size)
    {
        List<T> page = [];
        var (last, bytes, looked) = ("", 0, 0);
        foreach (var (place, item) in items)
        {
            if (page.Count == size || bytes >= MostBytes || looked == MostLooked) return new Page<T>(page, last);
            (last, looked) = (place, looked + 1);
            if (item is null) continue;
            page.Add(item);
            bytes += item.CalculateSize();
        }

        return new Page<T>(page, "");
    }

    /// <summary>The size that a caller asks for.</summary>
    public static int Size(int asked)
    {
        Check.PageSize("page_size", asked, Usual, Largest, out var size)?.Throw();
        return size;
    }
}
