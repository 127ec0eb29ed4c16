using CollectiveImpact.Exchange.Links;
using CollectiveImpact.Simulation.Nodes;
using CollectiveImpact.V1;

namespace CollectiveImpact.Simulation.Broken;

/// <summary>Where a cursor lies beyond the other's head, both ends go on from the head as if nothing were missing.</summary>
internal sealed class SkipsBeyondTheHead : BrokenRule
{
    public override LinkFrame Hear(NodeProcess at, LinkFrame frame)
    {
        if (frame.Hello is not { } hello) return frame;
        if (Convert.ToHexStringLower(hello.CursorLog.Span) == at.Log.Id && hello.Cursor > at.Log.Head) hello.Cursor = at.Log.Head;
        var (peer, log) = (LinkHandshake.Read(hello, out _), Convert.ToHexStringLower(hello.Log.Span));
        var link = at.Log.Read(LinkTable.All).Find(link => link.Peer == peer && link.ReceivedLog == log);
        if (link?.Received > hello.Head) hello.Head = link.Received;
        return frame;
    }
}
