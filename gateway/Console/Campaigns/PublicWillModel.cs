using CollectiveImpact.Console.Languages;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Campaigns;

/// <summary>What the page of an initiative's public will shows.</summary>
/// <param name="Campaigns">Its own, each with its messages.</param>
/// <param name="Events">Its own.</param>
/// <param name="Reach">Added up, of the initiative and of those below.</param>
/// <param name="Offers">What is offered from above, with what the initiative made of it.</param>
public sealed record PublicWillModel(
    Initiative Initiative, IReadOnlyList<CampaignMessages> Campaigns, IReadOnlyList<CampaignEvent> Events, ReachTable Reach,
    IReadOnlyList<Endorsement> Endorsements, IReadOnlyList<ListOffersResponse.Types.Offer> Offers, bool MayWrite, Names Names)
{
    public bool IsEmpty => Campaigns.Count + Events.Count + Reach.Rows.Count + Endorsements.Count + Offers.Count == 0;

    public Text? NameOf(string campaign) => Campaigns.FirstOrDefault(each => each.Campaign.Campaign_ == campaign)?.Campaign.Name;
}

/// <summary>A campaign, and what it says to its audiences.</summary>
public sealed record CampaignMessages(Campaign Campaign, IReadOnlyList<CampaignMessage> Messages);
