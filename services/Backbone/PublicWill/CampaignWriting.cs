using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.PublicWill;

/// <summary>Writes campaigns and their messages. That this node may is settled before.</summary>
internal sealed class CampaignWriting(WillRecords records, Served served)
{
    public Found<Campaign> Save(LogTransaction transaction, NodeStanding standing, string initiative, long epoch, Campaign campaign)
    {
        var (id, former) = (campaign.Campaign_, records.Campaigns.Find(transaction.Find, initiative, campaign.Campaign_));
        var sharing = campaign.Sharing == Sharing.Unspecified ? former?.Sharing ?? Sharing.Kept : campaign.Sharing;
        var payload = campaign.Clone();
        (payload.Initiative, payload.Campaign_, payload.Revision, payload.Sharing) = ("", "", "", Sharing.Unspecified);
        (Check.Known("sharing", sharing) ?? Check.Id("campaign", id))?.Within("campaign").Throw();
        // A malformed one is refused where it is saved.
        if (records.Campaigns.Fault(payload) is null)
            (served.Fault(transaction.Find, standing, initiative, payload.Clauses, former?.Record.Clauses ?? [], payload.Indicators, former?.Record.Indicators ?? [])
                ?? MessagesFault(transaction, initiative, id, payload)
                ?? (sharing == Sharing.Kept && former?.Sharing == Sharing.Shared ? KeepFault(transaction, initiative, id) : null))?.Within("campaign").Throw();
        return records.Campaigns.Save(transaction, initiative, id, epoch, payload, campaign.Revision, sharing);
    }

    public void Remove(LogTransaction transaction, long epoch, RemoveCampaignRequest request)
    {
        if (Belonging.To(transaction, request.Initiative, WillTopic.Campaign($"{request.Initiative}/{request.Campaign}"), _ => true) is { } other)
            CallFault.Precondition("campaign", $"`{Check.Shown(request.Campaign)}` has a {other}; remove that first").Throw();
        records.Campaigns.Remove(transaction, request.Initiative, request.Campaign, epoch, request.Revision, "campaign");
    }

    public Found<CampaignMessage> Save(LogTransaction transaction, string initiative, long epoch, CampaignMessage message)
    {
        (Check.Id("campaign", message.Campaign) ?? Check.Id("message", message.Message))?.Within("message").Throw();
        var id = CampaignMessageKind.IdOf(message.Campaign, message.Message);
        var former = records.Messages.Find(transaction.Find, initiative, id);
        var sharing = message.Sharing == Sharing.Unspecified ? former?.Sharing ?? Sharing.Kept : message.Sharing;
        var payload = new CampaignMessage { Campaign = message.Campaign, Audience = message.Audience, Text = message.Text };
        (Check.Known("sharing", sharing)
            ?? records.Messages.Fault(payload)
            ?? Fault(transaction, initiative, payload, sharing)
            ?? (sharing == Sharing.Kept && former?.Sharing == Sharing.Shared ? KeepFault(transaction, initiative, message) : null))?.Within("message").Throw();
        return records.Messages.Save(transaction, initiative, id, epoch, payload, message.Revision, sharing);
    }

    public void Remove(LogTransaction transaction, long epoch, RemoveMessageRequest request)
    {
        (Check.Id("campaign", request.Campaign) ?? Check.Id("message", request.Message))?.Throw();
        if (Belonging.To(transaction, request.Initiative, WillTopic.Message($"{request.Initiative}/{request.Campaign}", request.Message), _ => true) is { } other)
            CallFault.Precondition("message", $"`{request.Message}` has a {other}; remove that first").Throw();
        records.Messages.Remove(transaction, request.Initiative, CampaignMessageKind.IdOf(request.Campaign, request.Message), epoch, request.Revision, "message");
    }

    private CallFault? Fault(LogTransaction transaction, string initiative, CampaignMessage message, Sharing sharing)
    {
        if (records.Campaigns.Find(transaction.Find, initiative, message.Campaign) is not { } campaign) return records.Campaigns.Missing(initiative, message.Campaign, "campaign");
        if (campaign.Record.Audiences.All(audience => audience.Audience_ != message.Audience))
            return CallFault.Invalid("audience", $"`{message.Audience}` is no audience of campaign `{message.Campaign}`; name one of it, or add it there");
        if (sharing == Sharing.Kept) return null;
        return campaign.Sharing == Sharing.Kept
            ? CallFault.Invalid("sharing", $"is SHARING_SHARED, and campaign `{message.Campaign}` is kept; keep the message, or share the campaign")
            : campaign.Record.Offered ? OfferedWords.BothLanguages("text", message.Text) : null;
    }

    /// <summary>What is wrong with a campaign by the messages that it has.</summary>
    private CallFault? MessagesFault(LogTransaction transaction, string initiative, string id, Campaign campaign)
    {
        foreach (var message in Messages(transaction, initiative, id))
        {
            if (campaign.Audiences.All(audience => audience.Audience_ != message.Record.Audience))
                return CallFault.Precondition("audiences", $"leaves out `{message.Record.Audience}`, to whom message `{message.Id}` speaks; change that first");
            if (campaign.Offered && message.Sharing == Sharing.Shared && !OfferedWords.IsWhole(message.Record.Text))
                return CallFault.Precondition("offered", $"is true, and message `{message.Id}`, which is shared, lacks a language; give it, or keep the message");
        }

        return null;
    }

    private IEnumerable<Found<CampaignMessage>> Messages(LogTransaction transaction, string initiative, string campaign) =>
        new[] { CampaignMessageKind.Kind, TwinKind<CampaignMessage>.Kept(CampaignMessageKind.Kind) }
            .SelectMany(kind => transaction.DocumentsBeginning(initiative, kind, CampaignMessageKind.IdOf(campaign, "")))
            .Where(document => !document.Content.Deleted).Select(document => document.Content.Id).Distinct().Order(StringComparer.Ordinal)
            .Select(message => records.Messages.Find(transaction.Find, initiative, message)).OfType<Found<CampaignMessage>>();

    private static CallFault? KeepFault(LogTransaction transaction, string initiative, string campaign) =>
        Belonging.To(transaction, initiative, WillTopic.Campaign($"{initiative}/{campaign}"), Belonging.IsShared) is { } other
            ? CallFault.Precondition("sharing", $"is SHARING_KEPT, and {other}, which belongs to it, is shared; keep that first")
            : null;

    private static CallFault? KeepFault(LogTransaction transaction, string initiative, CampaignMessage message) =>
        Belonging.To(transaction, initiative, WillTopic.Message($"{initiative}/{message.Campaign}", message.Message), Belonging.IsShared) is { } other
            ? CallFault.Precondition("sharing", $"is SHARING_KEPT, and {other}, which is of it, is shared; keep that first")
            : null;
}
