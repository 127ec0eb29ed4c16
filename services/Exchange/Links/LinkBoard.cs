using System.Collections.Concurrent;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Exchange.Links;

/// <summary>All links of this node: what can be seen of them, and which session of each is the current one.</summary>
public sealed class LinkBoard(DocumentLog log, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, LinkStatus> _statuses = new();
    private readonly ConcurrentDictionary<long, CancellationTokenSource> _sessions = new();

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
        _sessions.AddOrUpdate(link.Number, session, (_, before) =>
        {
            before.Cancel();
            return session;
        });
        return session;
    }
}
