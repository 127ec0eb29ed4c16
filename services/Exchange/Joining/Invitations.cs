using System.Security.Cryptography;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Keys;
using CollectiveImpact.Exchange.Links;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Google.Protobuf;
using Grpc.Core;

namespace CollectiveImpact.Exchange.Joining;

/// <summary>Both operators' sides of an invitation: the parent's makes it, the child's shows it.</summary>
internal sealed class Invitations(LinkEnd end, ParentDial dial)
{
    public async Task<InviteResponse> MakeAsync(Level level, HostingScope hosting, TimeSpan valid, string address, string note, CancellationToken cancellationToken)
    {
        var secret = RandomNumberGenerator.GetBytes(32);
        var expires = end.Time.GetUtcNow() + valid;
        var invitation = await end.Log.WriteAsync(
            transaction => InvitationTable.Add(transaction, secret, level, hosting, note, expires), cancellationToken);
        var letter = new InvitationLetter
        {
            Address = address,
            Node = ByteString.CopyFrom(Convert.FromHexString(end.Log.Node.Fingerprint)),
            Secret = ByteString.CopyFrom(secret),
            Level = level,
            Initiatives = { hosting.Patterns },
            Expires = invitation.Expires,
        };
        return new InviteResponse { Invitation = invitation, Text = InvitationText.Write(letter) };
    }

    public List<Invitation> List(int most) => end.Log.Read(reader => InvitationTable.List(reader, most, end.Time.GetUtcNow()));

    /// <exception cref="LinkFault">The parent, or this node, won't have it; in words for this node's operator.</exception>
    /// <exception cref="RpcException">The parent does not answer, or refuses.</exception>
    public async Task<JoinParentResponse> JoinAsync(InvitationLetter letter, string address, CancellationToken cancellationToken)
    {
        var parent = new NodeId(Convert.ToHexStringLower(letter.Node.Span));
        if (parent == end.Log.Node) throw new LinkFault("this node made the invitation itself; redeem it at the node that is to join");
        var linkId = await end.Log.WriteAsync(
            transaction => LinkTable.ByParent(transaction, parent)?.Id ?? transaction.NewId(), cancellationToken);
        var (token, tokenId) = end.Tokens.Create(LinkTokens.Join, parent, nonce: null);
        using var calls = dial(address);
        var answer = await calls.JoinAsync(
            new JoinRequest
            {
                Secret = letter.Secret,
                PublicKey = ByteString.CopyFrom(end.Key.Current.PublicKey),
                Successions = { end.Key.Current.Successions },
                Level = end.Self.Level,
                Name = end.Self.Name,
                Link = ByteString.CopyFrom(Convert.FromHexString(linkId)),
                Token = token,
            },
            cancellationToken);
        var node = LinkHandshake.Owner(answer.PublicKey, answer.Successions, out var key);
        if (node != parent) throw new LinkFault($"the node at {address} is {node}, and the invitation is from {parent}");
        end.Tokens.Check(answer.Token, LinkTokens.Join, parent, key.PublicKey, tokenId);
        await end.Log.WriteAsync(transaction => Pin(transaction, answer, address, parent, key), cancellationToken);
        end.Board.Change();
        return new JoinParentResponse
        {
            Peer = parent.Fingerprint,
            PeerName = answer.Name,
            PeerLevel = answer.Level,
            Address = address,
            Link = Convert.ToHexStringLower(answer.Link.Span),
            Initiatives = { answer.Initiatives },
        };
    }

    private static StoredLink Pin(LogTransaction transaction, JoinResponse answer, string address, NodeId parent, WriterKey key)
    {
        LinkHandshake.Take(transaction, parent, key);
        var id = Convert.ToHexStringLower(answer.Link.Span);
        if (LinkTable.ByParent(transaction, parent) is not { } link)
            return LinkTable.Add(transaction, id, address, parent, answer.Name, answer.Level, HostingScope.Any);
        // Joined before: it may have moved, or have been left.
        link = LinkTable.Rename(transaction, link, id);
        LinkTable.Move(transaction, link, address);
        LinkTable.Stand(transaction, link, LinkState.Types.Standing.Active, "");
        return link;
    }
}
