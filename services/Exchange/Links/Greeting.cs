using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Google.Protobuf;

namespace CollectiveImpact.Exchange.Links;

/// <summary>What an end says first.</summary>
/// <param name="Link">The link as it stands.</param>
/// <param name="RefusalsThrough">The last refusal of the peer's that is stored here.</param>
/// <param name="FormerLogs">Ids that the peer's log has left, the latest first.</param>
internal sealed record Greeting(StoredLink Link, long RefusalsThrough, IReadOnlyList<string> FormerLogs)
{
    public static Greeting Read(LogTransaction transaction, StoredLink link) =>
        new(link, RefusalTable.LastByPeer(transaction, link), LinkTable.FormerLogs(transaction, link));

    public LinkFrame Say(LinkEnd end, string token)
    {
        var key = end.Key.Current;
        return new LinkFrame
        {
            Hello = new Hello
            {
                Version = 1,
                Link = Bytes(Link.Id),
                PublicKey = ByteString.CopyFrom(key.PublicKey),
                Successions = { key.Successions },
                Level = end.Self.Level,
                Name = end.Self.Name,
                Log = Bytes(end.Log.Id),
                Head = end.Log.Head,
                CursorLog = Link.ReceivedLog is null ? ByteString.Empty : Bytes(Link.ReceivedLog),
                Cursor = Link.Received,
                RefusalsThrough = RefusalsThrough,
                Token = token,
                FormerLogs = { FormerLogs.Take(LinkHandshake.MostFormerLogs).Select(Bytes) },
            },
        };
    }

    private static ByteString Bytes(string id) => ByteString.CopyFrom(Convert.FromHexString(id));
}
