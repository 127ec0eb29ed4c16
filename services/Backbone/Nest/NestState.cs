using System.Collections.Immutable;
using CollectiveImpact.Backbone.Measurement;
using CollectiveImpact.Backbone.Nest.History;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Nest;

/// <summary>An initiative as this node knows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Level">Its level.</param>
/// <param name="Names">What it is called.</param>
/// <param name="Host">The node that hosts it.</param>
/// <param name="Link">The number of the link by which its record came: the way to its host. Null: hosted here.</param>
/// <param name="Revision">The revision of its record.</param>
internal sealed record KnownInitiative(string Id, Level Level, InitiativeNames Names, NodeId Host, long? Link, long Revision);

/// <summary>Who is in the nest, and how they align: a value that changes by being replaced.</summary>
internal sealed class NestState
{
    private static readonly ImmutableSortedDictionary<string, DatedAlignment> None =
        ImmutableSortedDictionary.Create<string, DatedAlignment>(StringComparer.Ordinal);

    private readonly ImmutableDictionary<string, KnownInitiative> _initiatives;
    private readonly ImmutableDictionary<string, ImmutableSortedDictionary<string, DatedAlignment>> _up;
    private readonly ImmutableDictionary<string, ImmutableHashSet<string>> _down;
    private IReadOnlyList<string>? _ids;
    private NestLines? _lines;

    private NestState(
        ImmutableDictionary<string, KnownInitiative> initiatives,
        ImmutableDictionary<string, ImmutableSortedDictionary<string, DatedAlignment>> up,
        ImmutableDictionary<string, ImmutableHashSet<string>> down,
        Successions successions,
        long version) => (_initiatives, _up, _down, Successions, Version) = (initiatives, up, down, successions, version);

    public static NestState Empty { get; } = new(
        ImmutableDictionary<string, KnownInitiative>.Empty,
        ImmutableDictionary<string, ImmutableSortedDictionary<string, DatedAlignment>>.Empty,
        ImmutableDictionary<string, ImmutableHashSet<string>>.Empty,
        Successions.None,
        0);

    /// <summary>Counts the changes.</summary>
    public long Version { get; }

    /// <summary>Which initiatives passed into which.</summary>
    public Successions Successions { get; }

    /// <summary>All ids, in their order.</summary>
    public IReadOnlyList<string> Ids => _ids ??= [.. _initiatives.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Initiatives with all that are above and below them.</summary>
    public NestLines Lines => _lines ??= new NestLines(this);

    public KnownInitiative? Find(string initiative) => _initiatives.GetValueOrDefault(initiative);

    /// <summary>An initiative's alignments of every date, by parent.</summary>
    public ImmutableSortedDictionary<string, DatedAlignment> Alignments(string initiative) => _up.GetValueOrDefault(initiative, None);

    /// <summary>Those that were ever aligned with an initiative.</summary>
    public ImmutableHashSet<string> Children(string initiative) => _down.GetValueOrDefault(initiative, []);

    public NestState With(KnownInitiative initiative) => new(_initiatives.SetItem(initiative.Id, initiative), _up, _down, Successions, Version + 1);

    public NestState With(Successions successions) => new(_initiatives, _up, _down, successions, Version + 1);

    public NestState With(string initiative, DatedAlignment alignment) => new(
        _initiatives,
        _up.SetItem(initiative, Alignments(initiative).SetItem(alignment.Parent, alignment)),
        _down.SetItem(alignment.Parent, Children(alignment.Parent).Add(initiative)),
        Successions,
        Version + 1);

    public NestState Without(string initiative, string parent) => new(
        _initiatives,
        _up.SetItem(initiative, Alignments(initiative).Remove(parent)),
        _down.SetItem(parent, Children(parent).Remove(initiative)),
        Successions,
        Version + 1);

    /// <summary>All that an initiative was ever aligned with, at any depth; the nearest first.</summary>
    public IReadOnlyList<string> Ancestors(string initiative) => Climb.From(initiative, parent => Alignments(parent).Keys);

    /// <summary>All that were ever aligned with an initiative, at any depth; the nearest first.</summary>
    public IReadOnlyList<string> Descendants(string initiative) =>
        Climb.From(initiative, child => Children(child).Order(StringComparer.Ordinal));

    /// <summary>The parents whose alignment is in force in a period.</summary>
    public IReadOnlyList<string> Parents(string initiative, Period period) =>
        [.. Alignments(initiative).Values.Where(alignment => alignment.InForce(period)).Select(alignment => alignment.Parent)];

    /// <summary>All that an initiative is aligned with in a period, at any depth; without itself.</summary>
    public IReadOnlyList<string> Ancestors(string initiative, Period period) => Climb.From(initiative, each => Parents(each, period));

    /// <summary>All that are aligned with an initiative in a period, at any depth; without itself.</summary>
    public IReadOnlyList<string> Descendants(string initiative, Period period) => Climb.From(
        initiative, parent => Children(parent).Where(child => Alignments(child)[parent].InForce(period)).Order(StringComparer.Ordinal));

    /// <summary>The same on a day.</summary>
    public IReadOnlyList<string> Below(string initiative, DateOnly day) => Descendants(initiative, Period.Of(day));

    /// <summary>
    /// The parents among which what an initiative reports for a period is divided: those in force, without those that
    /// lie above another of them and so receive the whole through it.
    /// </summary>
    public IReadOnlyList<string> DividingParents(string initiative, Period period)
    {
        var parents = Parents(initiative, period);
        return parents.Count < 2 ? parents : [.. parents.Where(parent => !parents.Any(other => Ancestors(other, period).Contains(parent)))];
    }
}
