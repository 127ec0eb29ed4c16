using CollectiveImpact.Console.Languages;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Tree;

/// <summary>The nest as it stands on one day: an initiative with several parents stands under each of them.</summary>
internal sealed class NestTree
{
    private readonly Dictionary<string, Initiative> _initiatives;
    private readonly HashSet<string> _placed = [];
    private readonly Dictionary<string, List<(Initiative Child, Alignment Alignment)>> _children = [];
    private readonly IComparer<Initiative> _order;
    private readonly DateOnly _today;

    public NestTree(IReadOnlyCollection<Initiative> initiatives, DateOnly today, Edition edition)
    {
        _initiatives = initiatives.DistinctBy(initiative => initiative.Initiative_)
            .ToDictionary(initiative => initiative.Initiative_);
        _order = new ByLevelAndName(edition);
        _today = today;
        foreach (var child in _initiatives.Values)
            foreach (var alignment in child.Alignments.Where(alignment => alignment.Covers(today)))
                // Only upwards: whatever a node says, the tree has no circles.
                if (_initiatives.TryGetValue(alignment.Parent, out var parent) && parent.Level > child.Level)
                    Place(child, alignment, parent);
    }

    /// <summary>Those that stand under no other, the highest first.</summary>
    public IReadOnlyList<Branch> Roots =>
        [.. _initiatives.Values
            .Where(initiative => !_placed.Contains(initiative.Initiative_))
            .Order(_order)
            .Select(initiative => Grow(initiative, alignment: null, under: null))];

    /// <summary>One initiative and what stands below it; null where it is unknown.</summary>
    public Branch? Find(string id) =>
        _initiatives.TryGetValue(id, out var found) ? Grow(found, alignment: null, under: null) : null;

    private void Place(Initiative child, Alignment alignment, Initiative parent)
    {
        if (!_children.TryGetValue(parent.Initiative_, out var children))
            _children[parent.Initiative_] = children = [];
        children.Add((child, alignment));
        _placed.Add(child.Initiative_);
    }

    private Branch Grow(Initiative initiative, Alignment? alignment, Initiative? under) => new(
        initiative,
        alignment?.Part,
        under is null ? [] : [.. OthersOf(initiative, under)],
        [.. _children.GetValueOrDefault(initiative.Initiative_, [])
            .OrderBy(pair => pair.Child, _order)
            .Select(pair => Grow(pair.Child, pair.Alignment, initiative))]);

    // Also those that are not in this part of the nest: Ottawa-Gatineau is shared on Ontario's page too.
    private IEnumerable<string> OthersOf(Initiative initiative, Initiative under) =>
        initiative.Alignments
            .Where(alignment => alignment.Covers(_today) && alignment.Parent != under.Initiative_)
            .Select(alignment => alignment.Parent)
            .Distinct();

    private sealed class ByLevelAndName(Edition edition) : IComparer<Initiative>
    {
        public int Compare(Initiative? x, Initiative? y)
        {
            var level = y!.Level.CompareTo(x!.Level);
            return level != 0
                ? level
                : edition.Culture.CompareInfo.Compare(edition.Name(x).Value, edition.Name(y).Value);
        }
    }
}
