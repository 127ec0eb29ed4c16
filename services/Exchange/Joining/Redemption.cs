using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Keys;
using CollectiveImpact.Exchange.Links;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Google.Protobuf;
using Microsoft.Extensions.Logging;

namespace CollectiveImpact.Exchange.Joining;

/// <summary>The parent's side of joining: an invitation is good for one key.</summary>
internal sealed partial class Redemption(LinkEnd end, ILogger<Redemption> logger)
{
    /// <summary>Lets a node in that shows an invitation; the same node with the same invitation gets the same answer again.</summary>
    /// <exception cref="LinkFault">The invitation or the token is not good, in words for the other operator.</exception>
    public async Task<JoinResponse> RedeemAsync(JoinRequest request, CancellationToken cancellationToken)
    {
        if (request.Secret.Length != 32 || request.Link.Length != 16 || request.PublicKey.Length is 0 or > 256 || request.Name.Length > 200)
            throw new LinkFault("the request to join is malformed");
        var node = LinkHandshake.Owner(request.PublicKey, request.Successions, out var key);
        var taken = end.Tokens.Check(request.Token, LinkTokens.Join, node, key.PublicKey, nonce: null);
        var link = await end.Log.WriteAsync(
            transaction =>
            {
                TokenTable.Take(transaction, taken);
                return Redeem(transaction, request, node, key);
            },
            cancellationToken);
        end.Board.Change();
        Log.Joined(logger, node.Fingerprint, link.Id);
        return new JoinResponse
        {
            PublicKey = ByteString.CopyFrom(end.Key.Current.PublicKey),
            Successions = { end.Key.Current.Successions },
            Level = end.Self.Level,
            Name = end.Self.Name,
            Link = ByteString.CopyFrom(Convert.FromHexString(link.Id)),
            Initiatives = { link.Hosting.Patterns },
            Token = end.Tokens.Create(LinkTokens.Join, node, taken.Id).Token,
        };
    }

    private StoredLink Redeem(LogTransaction transaction, JoinRequest request, NodeId node, WriterKey key)
    {
        var invitation = InvitationTable.BySecret(transaction, request.Secret.ToByteArray())
            ?? throw new LinkFault("the invitation is not one of this node's; ask its operator for another");
        var link = LinkTable.ByChild(transaction, node);
        if (invitation.State == Invitation.Types.State.Used && invitation.Node == node.Fingerprint && link is not null)
        {
            // Its answer was lost, and it asks again; unless the node was removed since.
            if (link.Standing == LinkState.Types.Standing.Removed) throw new LinkFault(LinkHandshake.Removed(link.StandingReason));
            LinkHandshake.Take(transaction, node, key);
            return link;
        }

        switch (invitation.State)
        {
            case Invitation.Types.State.Used: throw new LinkFault("the invitation was used by another node; each is good for one, so ask for another");
            case Invitation.Types.State.Withdrawn: throw new LinkFault("the invitation was withdrawn; ask its operator for another");
            case Invitation.Types.State.Expired: throw new LinkFault($"the invitation expired at {invitation.Expires.ToDateTime():yyyy-MM-dd HH:mm} (UTC); ask for another");
        }

        if (request.Level != invitation.Level)
            throw new LinkFault($"the invitation is for a {Name(invitation.Level)} node, and this one is {Name(request.Level)}");
        LinkHandshake.Take(transaction, node, key);
        InvitationTable.Use(transaction, invitation, node, request.Name);
        var hosting = new HostingScope(invitation.Initiatives);
        if (link is null)
        {
            var id = Convert.ToHexStringLower(request.Link.Span);
            if (LinkTable.ById(transaction, id) is not null) id = transaction.NewId();
            return LinkTable.Add(transaction, id, null, node, request.Name, request.Level, hosting);
        }

        LinkTable.Allow(transaction, link, hosting);
        LinkTable.Stand(transaction, link, LinkState.Types.Standing.Active, "");
        // What it was refused as not invited to, it may be invited to now.
        transaction.Reconsider(null);
        return link with { Hosting = hosting };
    }

    private static string Name(Level level) => level.ToString().ToLowerInvariant();

    private static partial class Log
    {
        [LoggerMessage(25, LogLevel.Information, "Node {Node} has joined by an invitation; its link is {Link}")]
        public static partial void Joined(ILogger logger, string node, string link);
    }
}
