using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Exchange.Links;

/// <summary>A link as it is stored.</summary>
/// <param name="Number">Its number at this node.</param>
/// <param name="Id">Its random id, which both ends know.</param>
/// <param name="Address">Where the parent is dialled; null at the parent.</param>
/// <param name="Peer">The node at the other end, once met.</param>
/// <param name="PeerName">What the peer's operator calls it.</param>
/// <param name="PeerLevel">The peer's level.</param>
/// <param name="ReceivedLog">The peer's log, as far as it was applied; null before the first contact.</param>
/// <param name="Received">The last sequence number applied of that log.</param>
/// <param name="Standing">Whether the two exchange at all.</param>
/// <param name="StandingReason">Why not, as an operator wrote it.</param>
/// <param name="Hosting">The initiatives that a child may host.</param>
/// <param name="Acknowledged">How far the peer was known to have come when the link last opened.</param>
internal sealed record StoredLink(
    long Number,
    string Id,
    string? Address,
    NodeId? Peer,
    string PeerName,
    Level PeerLevel,
    string? ReceivedLog,
    long Received,
    LinkState.Types.Standing Standing,
    string StandingReason,
    HostingScope Hosting,
    long Acknowledged)
{
    /// <summary>The other end, as rules see it.</summary>
    public LinkPeer Show(Level level) => new(Number, Peer ?? default, level, Address is not null, Hosting);
}

/// <summary>The links' table. Everything here runs in the caller's transaction.</summary>
internal static class LinkTable
{
    private const string Select =
        "SELECT number, id, address, peer, peer_name, peer_level, received_log, received, standing, standing_reason, initiatives, acknowledged FROM links";

    public static List<StoredLink> All(LogReader reader) => Read(reader.Query(Select + " ORDER BY number"));

    /// <summary>The nodes with which this one exchanges.</summary>
    public static IReadOnlySet<NodeId> Neighbours(LogReader reader) =>
        All(reader).Where(link => link.Standing != LinkState.Types.Standing.Removed).Select(link => link.Peer).OfType<NodeId>().ToHashSet();

    /// <summary>When the first document after a number came to stand in the log.</summary>
    public static DateTimeOffset? ReceivedAfter(LogReader reader, long sequence)
    {
        using var row = reader.Query("SELECT received_at FROM documents WHERE sequence > $1 ORDER BY sequence LIMIT 1", sequence);
        return row.Read() ? DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)) : null;
    }

    public static StoredLink? ById(LogTransaction transaction, string id) =>
        Read(transaction.Query(Select + " WHERE id = $1", id)).SingleOrDefault();

    /// <summary>The link of a child, by its key.</summary>
    public static StoredLink? ByChild(LogTransaction transaction, NodeId child) =>
        Read(transaction.Query(Select + " WHERE peer = $1 AND address IS NULL", child.Fingerprint)).FirstOrDefault();

    /// <summary>The link to a parent, by its key.</summary>
    public static StoredLink? ByParent(LogTransaction transaction, NodeId parent) =>
        Read(transaction.Query(Select + " WHERE peer = $1 AND address IS NOT NULL", parent.Fingerprint)).FirstOrDefault();

    /// <summary>The other end of a link, as rules see it.</summary>
    public static LinkPeer PeerOf(LogTransaction transaction, long number)
    {
        var link = Read(transaction.Query(Select + " WHERE number = $1", number)).Single();
        return link.Show(link.PeerLevel);
    }

    /// <summary>Adds a link with a node that has joined, or that this node joins.</summary>
    public static StoredLink Add(LogTransaction transaction, string id, string? address, NodeId peer, string name, Level level, HostingScope hosting)
    {
        transaction.Execute(
            """
            INSERT INTO links (number, id, address, peer, peer_name, peer_level, initiatives)
            SELECT coalesce(max(number), 0) + 1, $1, $2, $3, $4, $5, $6 FROM links
            """,
            id, address, peer.Fingerprint, name, (int)level, hosting.Store());
        return ById(transaction, id)!;
    }

    /// <summary>Gives a link the id under which the other end knows it.</summary>
    public static StoredLink Rename(LogTransaction transaction, StoredLink link, string id)
    {
        if (link.Id != id) transaction.Execute("UPDATE links SET id = $1 WHERE number = $2", id, link.Number);
        return link with { Id = id };
    }

    public static void Move(LogTransaction transaction, StoredLink link, string address) =>
        transaction.Execute("UPDATE links SET address = $1 WHERE number = $2", address, link.Number);

    public static void Allow(LogTransaction transaction, StoredLink link, HostingScope hosting) =>
        transaction.Execute("UPDATE links SET initiatives = $1 WHERE number = $2", hosting.Store(), link.Number);

    public static void Stand(LogTransaction transaction, StoredLink link, LinkState.Types.Standing standing, string reason) =>
        transaction.Execute("UPDATE links SET standing = $1, standing_reason = $2 WHERE number = $3", (int)standing, reason, link.Number);

    public static void Acknowledge(LogTransaction transaction, StoredLink link, long through) =>
        transaction.Execute("UPDATE links SET acknowledged = $1 WHERE number = $2", through, link.Number);

    public static void Meet(LogTransaction transaction, StoredLink link, NodeId peer, string name, Level level) =>
        transaction.Execute(
            "UPDATE links SET peer = $1, peer_name = $2, peer_level = $3 WHERE number = $4",
            peer.Fingerprint, name, (int)level, link.Number);

    /// <summary>The ids that the peer's log has left, the latest first.</summary>
    public static List<string> FormerLogs(LogTransaction transaction, StoredLink link)
    {
        using var rows = transaction.Query("SELECT log FROM peer_logs WHERE link = $1 ORDER BY number DESC", link.Number);
        List<string> logs = [];
        while (rows.Read()) logs.Add(rows.GetString(0));
        return logs;
    }

    /// <summary>Begins with another log of the peer's, from its beginning.</summary>
    public static void Begin(LogTransaction transaction, StoredLink link, string log)
    {
        if (link.ReceivedLog is { } former)
            transaction.Execute("INSERT INTO peer_logs SELECT coalesce(max(number), 0) + 1, $1, $2 FROM peer_logs", link.Number, former);
        Advance(transaction, link, log, 0);
    }

    public static void Advance(LogTransaction transaction, StoredLink link, string log, long received) =>
        transaction.Execute("UPDATE links SET received_log = $1, received = $2 WHERE number = $3", log, received, link.Number);

    private static List<StoredLink> Read(Rows rows)
    {
        using (rows)
        {
            List<StoredLink> links = [];
            while (rows.Read())
                links.Add(new StoredLink(
                    rows.GetInt64(0), rows.GetString(1), rows.IsNull(2) ? null : rows.GetString(2),
                    rows.IsNull(3) ? null : new NodeId(rows.GetString(3)), rows.IsNull(4) ? "" : rows.GetString(4),
                    (Level)rows.GetInt32(5), rows.IsNull(6) ? null : rows.GetString(6), rows.GetInt64(7),
                    (LinkState.Types.Standing)rows.GetInt32(8), rows.GetString(9), HostingScope.Read(rows.GetString(10)), rows.GetInt64(11)));
            return links;
        }
    }
}
