using CollectiveImpact.Exchange.Links;
using CollectiveImpact.V1;

namespace CollectiveImpact.Exchange.Joining;

/// <summary>Whether this node exchanges with another, as its operator decides.</summary>
internal sealed class Peers(LinkEnd end)
{
    /// <summary>The link with a peer, by its id's beginning or its name.</summary>
    /// <returns>One link; or why there is not exactly one.</returns>
    public (StoredLink? Link, string Fault) Find(string peer)
    {
        var links = end.Log.Read(LinkTable.All);
        var found = links.Where(link => peer.Length >= 8 && link.Peer?.Fingerprint.StartsWith(peer, StringComparison.OrdinalIgnoreCase) == true).ToList();
        if (found.Count == 0) found = [.. links.Where(link => link.PeerName == peer)];
        return found.Count switch
        {
            1 => (found[0], ""),
            0 => (null, "no link is with a node of that id or name; `nest status` lists them"),
            _ => (null, $"{found.Count} links are with nodes of that name; give the first digits of the id, at least 8"),
        };
    }

    public async Task<LinkState> ChangeAsync(StoredLink link, LinkState.Types.Standing standing, string reason, CancellationToken cancellationToken)
    {
        await end.Log.WriteAsync(
            transaction =>
            {
                LinkTable.Stand(transaction, link, standing, reason);
                return true;
            },
            cancellationToken);
        if (standing == LinkState.Types.Standing.Suspended) end.Board.Stop(link, LinkHandshake.Suspended(reason));
        if (standing == LinkState.Types.Standing.Removed) end.Board.Stop(link, LinkHandshake.Removed(reason));
        end.Board.Change();
        return end.Board.Read().Single(state => state.Link == link.Id);
    }
}
