using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Tree;

/// <summary>
/// An initiative in one place of the tree. <paramref name="Part"/> says what of it belongs here and
/// <paramref name="SharedWith"/> under which others it stands too.
/// </summary>
public sealed record Branch(
    Initiative Initiative,
    Text? Part,
    IReadOnlyList<string> SharedWith,
    IReadOnlyList<Branch> Children)
{
    /// <summary>How many initiatives of a level stand below, each counted once however often it is shared.</summary>
    public int Below(Level level)
    {
        var found = new HashSet<string>();
        Collect(this, level, found);
        return found.Count;
    }

    private static void Collect(Branch branch, Level level, HashSet<string> found)
    {
        foreach (var child in branch.Children)
        {
            if (child.Initiative.Level == level)
                found.Add(child.Initiative.Initiative_);
            Collect(child, level, found);
        }
    }
}
