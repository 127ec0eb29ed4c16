using CollectiveImpact.Console.Tree;

namespace CollectiveImpact.Console.Initiatives;

/// <summary>The initiatives aligned with one today, as many as a page holds.</summary>
/// <param name="Shown">Those on this page, in the order of level and name.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Page">The page, from 1 to <paramref name="Pages"/>.</param>
public sealed record ChildPage(IReadOnlyList<Branch> Shown, int Total, int Page, int Pages)
{
    private const int Size = 300;

    public static ChildPage Of(IReadOnlyList<Branch> children, int asked)
    {
        var pages = Math.Max(1, (children.Count + Size - 1) / Size);
        var page = Math.Clamp(asked, 1, pages);
        return new([.. children.Skip((page - 1) * Size).Take(Size)], children.Count, page, pages);
    }
}
