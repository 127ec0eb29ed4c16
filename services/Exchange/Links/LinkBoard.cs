using System.Collections.Concurrent;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Exchange.Links;

/// <summary>All links of this node: what can be seen of them, and which session of each is the current one.</summary>
public sealed class LinkBoard(DocumentLog log, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, LinkStatus> _statuses = new();
    private readonly Lock _lock = new();
    private readonly Dictionary<long, CancellationTokenSource> _sessions = [];

    /// <summary>Every link that was ever made, in the order in which it was.</summary>
    public IReadOnlyList<LinkState> Read()
    {
        var (links, refused) = log.Read(reader => (LinkTable.All(reader), RefusalTable.Standing(reader)));
        return [.. links.Select(link => Status(link).Read(link, log.Head, refused.GetValueOrDefault(link.Number)))];
    }

    internal LinkStatus Status(StoredLink link) => _statuses.GetOrAdd(link.Id, _ => new LinkStatus(time));

    /// <summary>
    /// Begins a session of a link and ends the one before: a child that dials again has given that one up, even where
    /// this end has not noticed yet.
    /// </summary>
    internal CancellationTokenSource Begin(StoredLink link, CancellationToken cancellationToken)
    {
        var session = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        CancellationTokenSource? before;
        lock (_lock)
        {
            before = _sessions.GetValueOrDefault(link.Number);
            _sessions[link.Number] = session;
        }

        before?.Cancel();
        return session;
    }

    /// <summary>Ends a session; one that was taken over has ended already.</summary>
    internal void End(StoredLink link, CancellationTokenSource session)
    {
        lock (_lock)
        {
            if (_sessions.GetValueOrDefault(link.Number) == session) _sessions.Remove(link.Number);
        }
    }
}
