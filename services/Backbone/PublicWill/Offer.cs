using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;
using Google.Protobuf;

namespace CollectiveImpact.Backbone.PublicWill;

/// <summary>A campaign or a message as it is offered.</summary>
/// <param name="Revision">Of its record.</param>
/// <param name="Words">The hash of what is taken from it.</param>
internal sealed record Offer(string Revision, ByteString Words)
{
    /// <summary>What an initiative offers; null where it offers no such campaign or message.</summary>
    public static Offer? Find(WillRecords records, Func<DocumentKey, StoredDocument?> find, string of, string campaign, string message)
    {
        if (records.Campaigns.Find(find, of, campaign) is not { Sharing: Sharing.Shared, Record.Offered: true } offered) return null;
        if (message.Length == 0) return new Offer(offered.Revision, OfferedWords.Hash(offered.Record));
        return records.Messages.Find(find, of, CampaignMessageKind.IdOf(campaign, message)) is { Sharing: Sharing.Shared } found
            ? new Offer(found.Revision, OfferedWords.Hash(found.Record))
            : null;
    }
}
