using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Exchange.Links;

/// <summary>What two ends settle before they exchange. Runs in one transaction, with the peer's Hello at hand.</summary>
internal static class LinkHandshake
{
    /// <summary>Reads who speaks.</summary>
    /// <exception cref="LinkFault">It speaks another protocol, or is malformed.</exception>
    public static NodeId Read(Hello? hello)
    {
        if (hello is null) throw new LinkFault("a link begins with Hello");
        if (hello.Version != 1) throw new LinkFault($"the peer speaks version {hello.Version} of the exchange; this node speaks 1");
        if (hello.Link.Length != 16 || hello.Log.Length != 16 || hello.CursorLog.Length is not (0 or 16) || hello.Cursor < 0 || hello.Head < 0)
            throw new LinkFault("the peer's Hello is malformed");
        if (hello.PublicKey.Length is 0 or > 256) throw new LinkFault("the peer's Hello carries no key");
        if (hello.Name.Length > 200) throw new LinkFault("the peer's name is longer than 200 characters");
        return NodeId.Of(hello.PublicKey.Span);
    }

    /// <summary>Finds a dialled link, or makes it.</summary>
    public static StoredLink Dial(LogTransaction transaction, string address) =>
        LinkTable.ByAddress(transaction, address) ?? LinkTable.Add(transaction, LogDatabase.NewId(), address);

    /// <summary>
    /// Finds the link that a child names, or the one that it had: a child that forgot its link learns it from the
    /// answer. Makes one for a child that was never here.
    /// </summary>
    public static StoredLink Answer(LogTransaction transaction, Hello hello, NodeId peer)
    {
        var id = Convert.ToHexStringLower(hello.Link.Span);
        return LinkTable.ById(transaction, id) ?? LinkTable.ByChild(transaction, peer) ?? LinkTable.Add(transaction, id, null);
    }

    /// <summary>Compares the two ends' cursors with the two logs.</summary>
    /// <returns>The link as it stands now, or what has to happen first.</returns>
    public static (StoredLink Link, Reconciled Outcome) Meet(LogTransaction transaction, StoredLink link, Hello hello, NodeId peer)
    {
        if (link.Peer is { } owner && owner != peer)
            throw new LinkFault($"the other end is node {peer}, and this link belongs to {owner}");
        if (link.Address is not null)
        {
            if (LinkTable.ByParent(transaction, link, peer) is { } known)
            {
                // The parent has a new address, and is the one that is known: the link keeps its identity.
                LinkTable.Remove(transaction, link);
                LinkTable.Move(transaction, known, link.Address);
                return (known, Reconciled.ParentMoved);
            }

            link = LinkTable.Rename(transaction, link, Convert.ToHexStringLower(hello.Link.Span));
        }

        LinkTable.Meet(transaction, link, peer, hello.Name, hello.Level);
        if (Convert.ToHexStringLower(hello.CursorLog.Span) == transaction.LogId && hello.Cursor > transaction.Head)
        {
            // The peer has seen more of this log than there is: it was rolled back. Under its old id, numbers would be
            // given out twice.
            transaction.RenewLog();
            return (link, Reconciled.RolledBack);
        }

        var peerLog = Convert.ToHexStringLower(hello.Log.Span);
        if (link.ReceivedLog == peerLog && link.Received > hello.Head) return (link, Reconciled.PeerRolledBack);
        if (link.ReceivedLog != peerLog)
        {
            // It lost what it had, or starts anew: it gets its own documents back as well.
            if (link.ReceivedLog is not null) transaction.ReofferArrived(link.Number);
            LinkTable.Advance(transaction, link, peerLog, 0);
        }

        return (LinkTable.ById(transaction, link.Id)!, Reconciled.Ready);
    }
}

/// <summary>What the two Hellos say together.</summary>
internal enum Reconciled
{
    /// <summary>The exchange can begin.</summary>
    Ready,

    /// <summary>The parent is known under another address, and is dialled again by the link that it has.</summary>
    ParentMoved,

    /// <summary>This end's log ends before the peer's cursor. It has a new id now, which its Hello did not say.</summary>
    RolledBack,

    /// <summary>The peer's log ends before this end's cursor. The peer finds out by this end's Hello, and comes back.</summary>
    PeerRolledBack,
}
