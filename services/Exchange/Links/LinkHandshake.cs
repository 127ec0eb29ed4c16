using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Keys;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Google.Protobuf;

namespace CollectiveImpact.Exchange.Links;

/// <summary>What two ends settle before they exchange. Runs in one transaction, with the peer's Hello at hand.</summary>
internal static class LinkHandshake
{
    /// <summary>Former ids of a log that a Hello names.</summary>
    public const int MostFormerLogs = 1000;

    /// <summary>Reads who speaks.</summary>
    /// <exception cref="LinkFault">It speaks another protocol, or is malformed.</exception>
    public static NodeId Read(Hello? hello, out WriterKey key)
    {
        if (hello is null) throw new LinkFault("a link begins with Hello");
        if (hello.Version != 1) throw new LinkFault($"the peer speaks version {hello.Version} of the exchange; this node speaks 1");
        if (hello.Link.Length != 16 || hello.Log.Length != 16 || hello.CursorLog.Length is not (0 or 16) || hello.Cursor < 0 || hello.Head < 0)
            throw new LinkFault("the peer's Hello is malformed");
        if (hello.FormerLogs.Count > MostFormerLogs || hello.FormerLogs.Any(log => log.Length != 16)) throw new LinkFault("the peer's Hello is malformed");
        if (hello.PublicKey.Length is 0 or > 256) throw new LinkFault("the peer's Hello carries no key");
        if (hello.Name.Length > 200) throw new LinkFault("the peer's name is longer than 200 characters");
        return Owner(hello.PublicKey, hello.Successions, out key);
    }

    /// <summary>The node that a key is of, by the steps that lead to it.</summary>
    /// <exception cref="LinkFault">The steps do not lead to it.</exception>
    public static NodeId Owner(ByteString publicKey, IReadOnlyList<Succession> successions, out WriterKey key)
    {
        key = new WriterKey(NodeId.Of(publicKey.Span).Fingerprint, publicKey.ToByteArray(), successions);
        return SuccessionCheck.Owner(publicKey.Span, successions) ?? throw new LinkFault("the successions of the peer's key do not lead to it");
    }

    /// <summary>The key must be the last that is known of its node, or follow on it.</summary>
    public static void Take(LogTransaction transaction, NodeId node, WriterKey key)
    {
        if (!transaction.State.Keys.IsLast(node, key)) throw new LinkFault($"node {node} has replaced the key that was shown; it uses another now");
        transaction.State.Keys.Add(transaction.Statements, node, key);
    }

    /// <summary>The link of a child, which it may not know by its id: a child that forgot it learns it from the answer.</summary>
    /// <exception cref="LinkFault">The node was not invited, or no longer may exchange.</exception>
    public static StoredLink Answer(LogTransaction transaction, NodeId peer)
    {
        var link = LinkTable.ByChild(transaction, peer)
            ?? throw new LinkFault($"node {peer} was not invited here; its operator needs an invitation (`nest join`)");
        return link.Standing switch
        {
            LinkState.Types.Standing.Suspended => throw new LinkFault(Suspended(link.StandingReason)),
            LinkState.Types.Standing.Removed => throw new LinkFault(Removed(link.StandingReason)),
            _ => link,
        };
    }

    public static string Suspended(string reason) => $"the exchange is suspended: {reason}";

    public static string Removed(string reason) => $"the exchange has ended for good: {reason}";

    /// <summary>Compares the two ends' cursors with the two logs.</summary>
    /// <returns>The link as it stands now, or what has to happen first.</returns>
    public static (StoredLink Link, Reconciled Outcome) Meet(LogTransaction transaction, StoredLink link, Hello hello, WriterKey key)
    {
        var peer = link.Peer!.Value;
        Take(transaction, peer, key);
        if (link.Address is not null) link = LinkTable.Rename(transaction, link, Convert.ToHexStringLower(hello.Link.Span));
        LinkTable.Meet(transaction, link, peer, hello.Name, hello.Level);
        var (cursorLog, peerLog) = (Convert.ToHexStringLower(hello.CursorLog.Span), Convert.ToHexStringLower(hello.Log.Span));
        List<string> known = [.. hello.FormerLogs.Select(log => Convert.ToHexStringLower(log.Span)).Reverse(), cursorLog];
        if (WentBack(transaction, hello, cursorLog) is { } how)
        {
            // Under its old id, numbers would be given out twice.
            transaction.RollBack(known, $"rolled back: node {peer} {how}");
            return (link, Reconciled.RolledBack);
        }

        // A node that was restored forgot them, and what it says last of a tenure has to name them.
        transaction.Remember(known);

        if (link.ReceivedLog == peerLog ? link.Received > hello.Head : LinkTable.FormerLogs(transaction, link).Contains(peerLog))
            return (link, Reconciled.PeerRolledBack);
        if (link.ReceivedLog != peerLog)
        {
            // It lost what it had, or starts anew: it gets its own documents back as well.
            if (link.ReceivedLog is not null) transaction.ReofferArrived(link.Number);
            LinkTable.Begin(transaction, link, peerLog);
        }

        // What the peer has of this log, as far as it goes: it is shown while the link is down.
        LinkTable.Acknowledge(transaction, link, cursorLog == transaction.LogId ? hello.Cursor : 0);
        return (LinkTable.ById(transaction, link.Id)!, Reconciled.Ready);
    }

    /// <summary>Whether this node's log is not what the peer has seen of it, in words; null where it is.</summary>
    private static string? WentBack(LogTransaction transaction, Hello hello, string cursorLog) =>
        cursorLog == transaction.LogId ? hello.Cursor > transaction.Head ? "had received more of it than there was" : null
        : hello.FormerLogs.Contains(ByteString.CopyFrom(Convert.FromHexString(transaction.LogId))) ? "had received it under a later id"
        : null;
}

/// <summary>What the two Hellos say together.</summary>
internal enum Reconciled
{
    /// <summary>The exchange can begin.</summary>
    Ready,

    /// <summary>This end's log went back: it ends before the peer's cursor, or had left its id. It has a new id now, which its Hello did not say.</summary>
    RolledBack,

    /// <summary>The peer's log went back. The peer finds out by this end's Hello, and comes back.</summary>
    PeerRolledBack,
}
