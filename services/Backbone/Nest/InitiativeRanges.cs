namespace CollectiveImpact.Backbone.Nest;

/// <summary>
/// Some of the initiatives of a nest, as ranges in the order of ids that hold nobody else: where ids begin with those above,
/// a province and all its locals are one.
/// </summary>
internal sealed class InitiativeRanges
{
    private readonly List<(string First, string Last)> _ranges = [];
    private readonly IReadOnlySet<string> _members;

    private InitiativeRanges(IReadOnlySet<string> members) => _members = members;

    /// <summary>From the first to the last of each, in order.</summary>
    public IReadOnlyList<(string First, string Last)> Ranges => _ranges;

    /// <param name="all">All of the nest, in the order of their ids.</param>
    /// <param name="members">Some of them.</param>
    public static InitiativeRanges Of(IReadOnlyList<string> all, IReadOnlySet<string> members)
    {
        var ranges = new InitiativeRanges(members);
        var isOpen = false;
        foreach (var id in all)
        {
            var isMember = members.Contains(id);
            if (isMember && isOpen) ranges._ranges[^1] = (ranges._ranges[^1].First, id);
            else if (isMember) ranges._ranges.Add((id, id));
            isOpen = isMember;
        }

        return ranges;
    }

    public bool Contains(string initiative) => _members.Contains(initiative);
}
