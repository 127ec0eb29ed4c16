using CollectiveImpact.Backbone.Measurement;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Nest;

/// <summary>An initiative with all that are above and below it on a day.</summary>
internal sealed class NestLine
{
    private readonly NestState _nest;
    private readonly Period _day;
    private readonly HashSet<string> _members;
    private readonly HashSet<string> _subtree;
    private readonly Dictionary<string, IReadOnlyList<string>> _above = [];

    private NestLine(NestState nest, string initiative, DateOnly today)
    {
        (_nest, _day) = (nest, Period.Of(today));
        _subtree = [.. nest.Descendants(initiative, _day), initiative];
        _members = [.. _subtree, .. nest.Ancestors(initiative, _day)];
    }

    public static NestLine Of(NestState nest, string initiative, DateOnly today) => new(nest, initiative, today);

    /// <summary>Those of the line; null where it is the whole nest.</summary>
    public IReadOnlyCollection<string>? Members => _members.Count == _nest.Ids.Count ? null : _members;

    /// <summary>The same as ranges.</summary>
    public InitiativeRanges Ranges => InitiativeRanges.Of(_nest.Ids, _members);

    /// <summary>The initiative and those below it as ranges.</summary>
    public InitiativeRanges RangesBelow => InitiativeRanges.Of(_nest.Ids, _subtree);

    /// <summary>The same by id; null where that is the whole nest, which is gone through quicker.</summary>
    public IReadOnlyList<string>? MembersBelow => _subtree.Count == _nest.Ids.Count ? null : [.. _subtree.Order(StringComparer.Ordinal)];

    /// <summary>Those of the line that are of a level above local, by id: who can have others below.</summary>
    public IReadOnlyList<string> Upper =>
        [.. _members.Where(member => _nest.Find(member) is { Level: > Level.Local }).Order(StringComparer.Ordinal)];

    /// <summary>Whether it is the initiative, or one below it.</summary>
    public bool ContainsBelow(string initiative) => _subtree.Contains(initiative);

    /// <summary>Those of the line that are above one of them.</summary>
    public IReadOnlyList<string> Above(string initiative)
    {
        if (!_above.TryGetValue(initiative, out var above))
            _above.Add(initiative, above = [.. _nest.Ancestors(initiative, _day).Where(_members.Contains)]);
        return above;
    }
}
