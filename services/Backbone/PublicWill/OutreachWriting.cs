using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Partners;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.PublicWill;

/// <summary>Writes events and reach. That this node may is settled before.</summary>
internal sealed class OutreachWriting(WillRecords records, PartnerRecords partners, TimeProvider time)
{
    public Found<CampaignEvent> Save(LogTransaction transaction, string initiative, long epoch, CampaignEvent held)
    {
        var (id, former) = (held.Event, records.Events.Find(transaction.Find, initiative, held.Event));
        var sharing = held.Sharing == Sharing.Unspecified ? former?.Sharing ?? Sharing.Kept : held.Sharing;
        var payload = held.Clone();
        (payload.Initiative, payload.Event, payload.Revision, payload.Sharing) = ("", "", "", Sharing.Unspecified);
        (Check.Known("sharing", sharing)
            ?? Check.Id("event", id)
            ?? records.Events.Fault(payload)
            ?? (payload.HasAttended ? Check.PastDay("day", payload.Day, time.Today()) : null)
            ?? (payload.Campaign.Length == 0 ? null : CampaignFault(transaction, initiative, payload.Campaign, sharing))
            ?? VoicesFault(transaction, initiative, payload, former?.Record))?.Within("event").Throw();
        return records.Events.Save(transaction, initiative, id, epoch, payload, held.Revision, sharing);
    }

    public Found<CampaignReach> Save(LogTransaction transaction, NodeStanding standing, string initiative, long epoch, CampaignReach reach)
    {
        var (id, former) = (reach.Reach, records.Reaches.Find(transaction.Find, initiative, reach.Reach));
        var sharing = reach.Sharing == Sharing.Unspecified ? former?.Sharing ?? Sharing.Kept : reach.Sharing;
        var payload = reach.Clone();
        (payload.Initiative, payload.Reach, payload.Revision, payload.Sharing) = ("", "", "", Sharing.Unspecified);
        (Check.Known("sharing", sharing)
            ?? Check.Id("reach", id)
            ?? records.Reaches.Fault(payload)
            ?? Check.PastDay("until", payload.Until, time.Today())
            ?? OfFault(transaction, standing, initiative, payload, sharing, former)
            ?? TwiceFault(transaction, initiative, id, payload))?.Within("reach").Throw();
        return records.Reaches.Save(transaction, initiative, id, epoch, payload, reach.Revision, sharing);
    }

    private CallFault? CampaignFault(LogTransaction transaction, string initiative, string campaign, Sharing sharing)
    {
        if (records.Campaigns.Find(transaction.Find, initiative, campaign) is not { } found) return records.Campaigns.Missing(initiative, campaign, "campaign");
        return sharing == Sharing.Shared && found.Sharing == Sharing.Kept
            ? CallFault.Invalid("sharing", $"is SHARING_SHARED, and campaign `{campaign}` is kept; keep this, or share the campaign")
            : null;
    }

    private CallFault? VoicesFault(LogTransaction transaction, string initiative, CampaignEvent held, CampaignEvent? former)
    {
        var known = former?.Voices.Select(part => part.Voice).ToHashSet() ?? [];
        var sought = partners.Voices.Find(transaction.Find, initiative, VoicesKind.Id)?.Record.Voices.Select(voice => voice.Voice_).ToHashSet() ?? [];
        var unknown = held.Voices.Select((part, i) => (part.Voice, i)).FirstOrDefault(each => !known.Contains(each.Voice) && !sought.Contains(each.Voice));
        return unknown.Voice is null
            ? null
            : CallFault.Invalid($"voices[{unknown.i}].voice", $"`{unknown.Voice}` is none of the voices that {initiative} seeks; say so first (Partners.SeekVoices)");
    }

    /// <summary>What is wrong with the campaign and the message of a reach. What it named before may have ended since.</summary>
    private CallFault? OfFault(LogTransaction transaction, NodeStanding standing, string initiative, CampaignReach reach, Sharing sharing, Found<CampaignReach>? former)
    {
        var isNew = former is null || former.Record.Campaign != reach.Campaign || former.Record.Message != reach.Message || former.Sharing != sharing;
        if (!isNew) return null;
        var (owner, campaign) = RecordId.Parts(reach.Campaign);
        if (owner != initiative)
        {
            if (!standing.Nest.Ancestors(initiative).Contains(owner))
                return CallFault.Invalid("campaign", $"{owner} is neither {initiative} nor above it; name an own campaign, or one that is offered from above");
            if (Offer.Find(records, transaction.Find, owner, campaign, reach.Message) is null)
                return CallFault.NotFound(reach.Message.Length == 0 ? "campaign" : "message", $"{owner} offers no {(reach.Message.Length == 0 ? "campaign" : "message")} `{AdaptationKind.OfferOf(campaign, reach.Message)}` that is known here");
            return null;
        }

        if (CampaignFault(transaction, initiative, campaign, sharing) is { } fault) return fault;
        if (reach.Message.Length == 0) return null;
        if (records.Messages.Find(transaction.Find, initiative, CampaignMessageKind.IdOf(campaign, reach.Message)) is not { } message)
            return records.Messages.Missing(initiative, CampaignMessageKind.IdOf(campaign, reach.Message), "message");
        return sharing == Sharing.Shared && message.Sharing == Sharing.Kept
            ? CallFault.Invalid("sharing", $"is SHARING_SHARED, and message `{reach.Message}` is kept; keep the reach, or share the message")
            : null;
    }

    private static CallFault? TwiceFault(LogTransaction transaction, string initiative, string id, CampaignReach reach)
    {
        var mark = ReachMark.Of(reach);
        using var rows = transaction.Query(
            "SELECT id, detail FROM mentions WHERE target = $1 AND initiative = $2",
            $"{WillTopic.Campaign(reach.Campaign)} {WillTopic.Counts(reach.Channel, reach.Measure)}", initiative);
        while (rows.Read())
        {
            var other = ReachMark.Read(rows.GetString(1));
            if (rows.GetString(0) != id && mark.CountsWith(other))
                return CallFault.Precondition("from", $"reach `{rows.GetString(0)}` counts the same from {other.From} to {other.Until}; give other days, or change that one");
        }

        return null;
    }
}
