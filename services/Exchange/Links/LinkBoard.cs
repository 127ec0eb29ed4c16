using System.Collections.Concurrent;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.Exchange.Telemetry;
using CollectiveImpact.V1;

namespace CollectiveImpact.Exchange.Links;

/// <summary>All links of this node: what can be seen of them, and which session of each is the current one.</summary>
public sealed class LinkBoard(DocumentLog log, TimeProvider time, ExchangeTelemetry telemetry)
{
    private readonly ConcurrentDictionary<string, LinkStatus> _statuses = new();
    private readonly Lock _lock = new();
    private readonly Dictionary<long, Session> _sessions = [];

    /// <summary>Links that were added, moved, or stopped by an operator.</summary>
    internal Changes Changes { get; } = new();

    internal ExchangeTelemetry Telemetry => telemetry;

    /// <summary>Every link that was ever made, in the order in which it was.</summary>
    public IReadOnlyList<LinkState> Read()
    {
        var (links, refused) = log.Read(reader => (LinkTable.All(reader), RefusalTable.Standing(reader)));
        return [.. links.Select(link => Read(link, refused.GetValueOrDefault(link.Number)))];
    }

    private LinkState Read(StoredLink link, int refused)
    {
        var status = Status(link);
        var state = status.Read(link, log.Head, refused);
        var caught = Math.Max(status.Caught, link.Acknowledged);
        if (caught >= state.Head) return state;
        state.LagDocuments = state.Head - caught;
        var since = log.Read(reader => LinkTable.ReceivedAfter(reader, caught));
        state.LagSeconds = since is { } first ? Math.Max(0, (time.GetUtcNow() - first).TotalSeconds) : 0;
        return state;
    }

    internal LinkStatus Status(StoredLink link) => _statuses.GetOrAdd(link.Id, _ => new LinkStatus(time) { Telemetry = telemetry.Of(link.Id) });

    /// <summary>
    /// Begins a session of a link and ends the one before: a child that dials again has given that one up, even where
    /// this end has not noticed yet.
    /// </summary>
    internal Session Begin(StoredLink link, CancellationToken cancellationToken)
    {
        var session = new Session(cancellationToken);
        Session? before;
        lock (_lock)
        {
            before = _sessions.GetValueOrDefault(link.Number);
            _sessions[link.Number] = session;
        }

        before?.Stop(null);
        return session;
    }

    /// <summary>Ends a session; one that was taken over has ended already.</summary>
    internal void End(StoredLink link, Session session)
    {
        lock (_lock)
        {
            if (_sessions.GetValueOrDefault(link.Number) == session) _sessions.Remove(link.Number);
        }

        session.Dispose();
    }

    /// <summary>Has links looked at anew: an operator has changed them.</summary>
    internal void Change() => Changes.Tell();

    /// <summary>Ends the session of one link, if there is one, and says why.</summary>
    internal void Stop(StoredLink link, string reason)
    {
        lock (_lock) _sessions.GetValueOrDefault(link.Number)?.Stop(reason);
    }

    /// <summary>Ends all sessions; each is begun again.</summary>
    internal void StopAll(string reason)
    {
        lock (_lock)
        {
            foreach (var session in _sessions.Values) session.Stop(reason);
        }
    }

    /// <summary>One link's current session.</summary>
    internal sealed class Session(CancellationToken cancellationToken) : IDisposable
    {
        private readonly CancellationTokenSource _end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        public CancellationToken Token => _end.Token;

        /// <summary>Why this end ended it; null while it did not.</summary>
        public string? Reason { get; private set; }

        public void Stop(string? reason)
        {
            Reason = reason;
            _end.Cancel();
        }

        public void Dispose() => _end.Dispose();
    }
}
