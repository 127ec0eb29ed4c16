using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.PublicWill;

/// <summary>What is kept of public will.</summary>
internal sealed class WillRecords : IKinds
{
    public WillRecords(TimeProvider time)
    {
        CampaignKind campaign = new(time, Sharing.Shared), keptCampaign = new(time, Sharing.Kept);
        CampaignMessageKind message = new(time, Sharing.Shared), keptMessage = new(time, Sharing.Kept);
        CampaignEventKind held = new(time, Sharing.Shared), keptHeld = new(time, Sharing.Kept);
        CampaignReachKind reach = new(time, Sharing.Shared), keptReach = new(time, Sharing.Kept);
        EndorsementKind endorsement = new(time, Sharing.Shared), keptEndorsement = new(time, Sharing.Kept);
        EndorserKind endorser = new(time);
        AdaptationKind adaptation = new(time);
        Kinds = [campaign, keptCampaign, message, keptMessage, held, keptHeld, reach, keptReach, endorsement, keptEndorsement, endorser, adaptation];
        Campaigns = new RecordSet<Campaign>("campaign", campaign, keptCampaign);
        Messages = new RecordSet<CampaignMessage>("message", message, keptMessage);
        Events = new RecordSet<CampaignEvent>("event", held, keptHeld);
        Reaches = new RecordSet<CampaignReach>("reach", reach, keptReach);
        Endorsements = new RecordSet<Endorsement>("endorsement", endorsement, keptEndorsement);
        Endorsers = new RecordSet<Endorsement>("endorsement", endorser);
        Adaptations = new RecordSet<Adaptation>("adaptation", adaptation);
    }

    public IReadOnlyList<IKind> Kinds { get; }

    public RecordSet<Campaign> Campaigns { get; }

    /// <summary>Ids are `campaign/message`.</summary>
    public RecordSet<CampaignMessage> Messages { get; }

    public RecordSet<CampaignEvent> Events { get; }

    public RecordSet<CampaignReach> Reaches { get; }

    public RecordSet<Endorsement> Endorsements { get; }

    /// <summary>Ids are those of the endorsements.</summary>
    public RecordSet<Endorsement> Endorsers { get; }

    /// <summary>Ids are `of/campaign`, or `of/campaign/message`.</summary>
    public RecordSet<Adaptation> Adaptations { get; }
}
