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
internal sealed record StoredLink(
    long Number, string Id, string? Address, NodeId? Peer, string PeerName, Level PeerLevel, string? ReceivedLog, long Received);

/// <summary>The links' table. Everything here runs in the caller's transaction.</summary>
internal static class LinkTable
{
    private const string Select = "SELECT number, id, address, peer, peer_name, peer_level, received_log, received FROM links";

    public static List<StoredLink> All(LogReader reader) => Read(reader.Query(Select + " ORDER BY number"));

    public static StoredLink? ByAddress(LogTransaction transaction, string address) =>
        Read(transaction.Query(Select + " WHERE address = $1", address)).SingleOrDefault();

    public static StoredLink? ById(LogTransaction transaction, string id) =>
        Read(transaction.Query(Select + " WHERE id = $1", id)).SingleOrDefault();

    /// <summary>The link of a child, by its key.</summary>
    public static StoredLink? ByChild(LogTransaction transaction, NodeId child) =>
        Read(transaction.Query(Select + " WHERE peer = $1 AND address IS NULL", child.Fingerprint)).FirstOrDefault();

    /// <summary>Another link to the same parent, dialled at another address.</summary>
    public static StoredLink? ByParent(LogTransaction transaction, StoredLink link, NodeId parent) =>
        Read(transaction.Query(
            Select + " WHERE peer = $1 AND number <> $2 AND address IS NOT NULL", parent.Fingerprint, link.Number)).FirstOrDefault();

    public static StoredLink Add(LogTransaction transaction, string id, string? address)
    {
        transaction.Execute("INSERT INTO links (id, address) VALUES ($1, $2)", id, address);
        return ById(transaction, id)!;
    }

    public static void Remove(LogTransaction transaction, StoredLink link)
    {
        transaction.Execute("DELETE FROM links WHERE number = $1", link.Number);
        transaction.Execute("DELETE FROM refusals WHERE link = $1 AND by_peer = 1", link.Number);
    }

    /// <summary>Gives a link the id under which the other end knows it.</summary>
    public static StoredLink Rename(LogTransaction transaction, StoredLink link, string id)
    {
        if (link.Id != id) transaction.Execute("UPDATE links SET id = $1 WHERE number = $2", id, link.Number);
        return link with { Id = id };
    }

    public static void Move(LogTransaction transaction, StoredLink link, string? address) =>
        transaction.Execute("UPDATE links SET address = $1 WHERE number = $2", address, link.Number);

    public static void Meet(LogTransaction transaction, StoredLink link, NodeId peer, string name, Level level) =>
        transaction.Execute(
            "UPDATE links SET peer = $1, peer_name = $2, peer_level = $3 WHERE number = $4",
            peer.Fingerprint, name, (int)level, link.Number);

    public static void Advance(LogTransaction transaction, StoredLink link, string log, long received) =>
        transaction.Execute("UPDATE links SET received_log = $1, received = $2 WHERE number = $3", log, received, link.Number);

    private static List<StoredLink> Read(System.Data.Common.DbDataReader rows)
    {
        using (rows)
        {
            List<StoredLink> links = [];
            while (rows.Read())
                links.Add(new StoredLink(
                    rows.GetInt64(0), rows.GetString(1), rows.IsDBNull(2) ? null : rows.GetString(2),
                    rows.IsDBNull(3) ? null : new NodeId(rows.GetString(3)), rows.IsDBNull(4) ? "" : rows.GetString(4),
                    (Level)rows.GetInt32(5), rows.IsDBNull(6) ? null : rows.GetString(6), rows.GetInt64(7)));
            return links;
        }
    }
}
