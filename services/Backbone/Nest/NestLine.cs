using System.Collections.Concurrent;
using CollectiveImpact.Backbone.Measurement;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Nest;

/// <summary>An initiative with all that are above and below it on a day. A value: it is asked by many at once.</summary>
internal sealed class NestLine
{
    private readonly NestState _nest;
    private readonly Period _day;
    private readonly HashSet<string> _members;
    private readonly HashSet<string> _subtree;
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _above = new();
    private readonly Lazy<InitiativeRanges> _ranges, _rangesBelow;
    private readonly Lazy<IReadOnlyList<string>?> _membersBelow;
    private readonly Lazy<IReadOnlyList<string>> _upper;

    internal NestLine(NestState nest, string initiative, DateOnly today)
    {
        (_nest, _day) = (nest, Period.Of(today));
        _subtree = [.. nest.Descendants(initiative, _day), initiative];
        _members = [.. _subtree, .. nest.Ancestors(initiative, _day)];
        _ranges = new(() => InitiativeRanges.Of(_nest.Ids, _members));
        _rangesBelow = new(() => InitiativeRanges.Of(_nest.Ids, _subtree));
        _membersBelow = new(() => _subtree.Count == _nest.Ids.Count ? null : [.. _subtree.Order(StringComparer.Ordinal)]);
        _upper = new(() => [.. _members.Where(member => _nest.Find(member) is { Level: > Level.Local }).Order(StringComparer.Ordinal)]);
    }

    public static NestLine Of(NestState nest, string initiative, DateOnly today) => nest.Lines.Of(initiative, today);

    /// <summary>Those of the line; null where it is the whole nest.</summary>
    public IReadOnlyCollection<string>? Members => _members.Count == _nest.Ids.Count ? null : _members;

    /// <summary>The same as ranges.</summary>
    public InitiativeRanges Ranges => _ranges.Value;

    /// <summary>The initiative and those below it as ranges.</summary>
    public InitiativeRanges RangesBelow => _rangesBelow.Value;

    /// <summary>The same by id; null where that is the whole nest, which is gone through quicker.</summary>
    public IReadOnlyList<string>? MembersBelow => _membersBelow.Value;

    /// <summary>Those of the line that are of a level above local, by id: who can have others below.</summary>
    public IReadOnlyList<string> Upper => _upper.Value;

    /// <summary>Whether it is the initiative, or one below it.</summary>
    public bool ContainsBelow(string initiative) => _subtree.Contains(initiative);

    /// <summary>Those of the line that are above one of them.</summary>
    public IReadOnlyList<string> Above(string initiative) =>
        _above.GetOrAdd(initiative, each => [.. _nest.Ancestors(each, _day).Where(_members.Contains)]);
}
