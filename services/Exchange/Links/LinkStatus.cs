using CollectiveImpact.Exchange.Telemetry;
using CollectiveImpact.V1;
using Google.Protobuf.WellKnownTypes;

namespace CollectiveImpact.Exchange.Links;

/// <summary>What can be seen of one link.</summary>
internal sealed class LinkStatus(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly LinkState _state = new() { Phase = LinkState.Types.Phase.Silent, Since = Timestamp.FromDateTimeOffset(time.GetUtcNow()) };
    private long _caught;

    /// <summary>Up to where the peer has all that is meant for it, as far as this process knows; 0 before the link has opened.</summary>
    public long Caught
    {
        get
        {
            lock (_lock) return _caught;
        }
    }

    public required LinkTelemetry Telemetry { get; init; }

    public LinkState Read(StoredLink link, long head, int refused)
    {
        lock (_lock)
        {
            var state = _state.Clone();
            if (state.Acknowledged == 0) state.Acknowledged = link.Acknowledged;
            state.Standing = link.Standing;
            state.StandingReason = link.StandingReason;
            if (link.Address is null) state.Initiatives.Add(link.Hosting.Patterns);
            state.Link = link.Id;
            state.Peer = link.Peer?.Fingerprint ?? "";
            state.PeerName = link.PeerName;
            state.PeerLevel = link.PeerLevel;
            state.PeerIsParent = link.Address is not null;
            state.Address = link.Address ?? "";
            state.ReceivedLog = link.ReceivedLog ?? "";
            state.Received = link.Received;
            state.Head = head;
            state.Refused = refused;
            return state;
        }
    }

    public void Connecting() => Change(state => state.Phase = LinkState.Types.Phase.Connecting);

    public void Open() => Change(state => (state.Phase, state.LastError, state.NextTry) = (LinkState.Types.Phase.Open, "", null));

    /// <summary>At the parent, which waits to be dialled again.</summary>
    public void Closed(string reason) => Change(state => (state.Phase, state.LastError) = (LinkState.Types.Phase.Silent, reason));

    public void Waiting(string reason, DateTimeOffset nextTry, bool stopped) => Change(state =>
    {
        state.Phase = stopped ? LinkState.Types.Phase.Stopped : LinkState.Types.Phase.Waiting;
        state.LastError = reason;
        state.NextTry = Timestamp.FromDateTimeOffset(nextTry);
    });

    /// <summary>The peer has stored all that it was sent up to a number, and everything up to another is either that or not meant for it.</summary>
    public void Acknowledged(long through, long caught)
    {
        lock (_lock) (_state.Acknowledged, _caught) = (through, caught);
    }

    public void Received(string log, long through)
    {
        lock (_lock) (_state.ReceivedLog, _state.Received) = (log, through);
    }

    private void Change(Action<LinkState> change)
    {
        lock (_lock)
        {
            var before = _state.Phase;
            change(_state);
            if (_state.Phase != before) _state.Since = Timestamp.FromDateTimeOffset(time.GetUtcNow());
        }
    }
}
