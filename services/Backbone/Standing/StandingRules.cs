using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Measurement;
using CollectiveImpact.Backbone.Nest;
using CollectiveImpact.Exchange;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Keys;
using CollectiveImpact.Exchange.Links;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Google.Protobuf;

namespace CollectiveImpact.Backbone.Standing;

/// <summary>
/// Brings documents to the kinds they are of. What stands is worked on by the log's thread alone, and shown to readers
/// in one swap once it is on disk.
/// </summary>
internal sealed class StandingRules : IDocumentRules
{
    private static readonly TimeSpan ArrivalPatience = TimeSpan.FromMilliseconds(500);

    private readonly Dictionary<string, IKind> _kinds;
    private readonly MapBroadcast _maps;
    private readonly SeriesBroadcast _series;
    private readonly TimeProvider _time;
    private NodeStanding _published;
    private readonly Changes _changes = new();

    public StandingRules(
        IEnumerable<IKind> kinds, IEnumerable<IKinds> more, NodeKey key, NodeDescription self, MapBroadcast maps, SeriesBroadcast series, TimeProvider time)
    {
        _kinds = kinds.Concat(more.SelectMany(each => each.Kinds)).ToDictionary(kind => kind.Name);
        Recalled = [.. _kinds.Values.Where(kind => kind.Recalled).Select(kind => kind.Name)];
        (_maps, _series, _time, Level) = (maps, series, time, self.Level);
        Working = _published = NodeStanding.Empty(key.Node);
    }

    /// <summary>What stands in the operation that the log's thread runs now.</summary>
    public NodeStanding Working { get; private set; }

    /// <summary>What stands on disk.</summary>
    public NodeStanding Published => Volatile.Read(ref _published);

    /// <summary>The kinds of documents that this release knows.</summary>
    public IReadOnlyCollection<IKind> Kinds => _kinds.Values;

    /// <summary>The level of this node.</summary>
    public Level Level { get; }

    public IReadOnlyCollection<string> Recalled { get; }

    public long RouteVersion => Published.Nest.Version;

    public Travel? TravelOf(string kind) => Find(kind, out var found) ? found.Travel : null;

    public RefusalReason? Refuse(LogTransaction transaction, StoredDocument document, StoredDocument? former, LinkPeer peer)
    {
        if (!Find(document.Content.Kind, out var kind))
            return RefusalClass.Kind.Because($"kind `{document.Content.Kind}` is not known to this release; the node's operator should bring it up to date");
        try
        {
            return kind.Refuse(Working, document, former, peer);
        }
        catch (InvalidProtocolBufferException exception)
        {
            return $"its payload is no {kind.Name}: {exception.Message}";
        }
    }

    public void Forget() => Working = NodeStanding.Empty(Working.Node);

    public void Recall(StoredDocument document)
    {
        if (Find(document.Content.Kind, out var kind)) Working = kind.Learn(Working, document);
    }

    public void Apply(LogTransaction transaction, StoredDocument document, StoredDocument? former)
    {
        if (!Find(document.Content.Kind, out var kind)) return;
        var before = Working;
        Working = kind.Learn(before, document);
        kind.Follow(transaction, new Step(before, Working, document, former));
    }

    public void Flush(LogTransaction transaction)
    {
        var changed = transaction.Own<TotalChanges>().Write(transaction, Working.HotTotals);
        if (changed.Count == 0) return;
        Working = Working with
        {
            ChangedTotals = Working.ChangedTotals.Push(changed),
            HotTotals = Working.HotTotals.With(changed),
        };
    }

    /// <summary>Has watchers told of function maps that changed without a document: a day began.</summary>
    public void Tell(ImmutableHashSet<string> maps) => Working = Working with { ChangedMaps = Working.ChangedMaps.Union(maps) };

    public object Mark() => Working;

    public void Restore(object mark) => Working = (NodeStanding)mark;

    public void Publish()
    {
        var (maps, totals) = (Working.ChangedMaps, Working.ChangedTotals);
        Working = Working with { ChangedMaps = [], ChangedTotals = [] };
        var before = Published;
        Volatile.Write(ref _published, Working);
        if (before.Nest != Working.Nest || before.Charters != Working.Charters || before.Indicators != Working.Indicators)
            _changes.Tell();
        if (!maps.IsEmpty) _maps.Publish(maps);
        if (!totals.IsEmpty) _series.Publish(totals.SelectMany(changed => changed));
    }

    public Func<StoredDocument, bool> RouteTo(LinkPeer peer, IReadOnlySet<NodeId> neighbours)
    {
        var route = new LinkRoute(Published, peer, neighbours);
        return document => TravelOf(document.Content.Kind) is { } travel && route.Leads(document.Content.Initiative, travel);
    }

    /// <summary>
    /// Waits a little for what another node said a moment ago: a caller who goes from one node to the next is faster than
    /// the exchange between them. Whether it came or not is the caller's to look at.
    /// </summary>
    public async Task Arrival(Func<NodeStanding, bool> isThere, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(ArrivalPatience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        while (true)
        {
            // Taken before the look, so that a change in between is not missed.
            var seen = _changes.Count;
            if (isThere(Published)) return;
            try
            {
                await _changes.AfterAsync(seen, either.Token);
            }
            catch (OperationCanceledException)
            {
                // Its caller looks at what is there.
                return;
            }
        }
    }

    private bool Find(string kind, [NotNullWhen(true)] out IKind? found) => _kinds.TryGetValue(kind, out found);
}
