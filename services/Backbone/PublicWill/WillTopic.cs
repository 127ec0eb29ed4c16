using System.Globalization;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.PublicWill;

/// <summary>What campaigns and all that belongs to them name, as it stands in the table of references.</summary>
internal static class WillTopic
{
    /// <summary>Named by every campaign, by every campaign that is offered, and by every reach: so they can be gone through over the nest.</summary>
    public const string Campaigns = "campaigns", Offered = "campaigns-offered", Reaches = "reaches";

    public static string Status(Campaign.Types.Status status) => $"campaign-status {Number((int)status)}";

    public static string Clause(string reference) => Topic.Of("campaign-clause", reference);

    public static string Indicator(string reference) => Topic.Of("campaign-indicator", reference);

    /// <summary>The campaign to which a message, an event, a reach or an endorsement belongs.</summary>
    public static string Campaign(string reference) => Topic.Of("of-campaign", reference);

    /// <summary>The message of which a reach is.</summary>
    public static string Message(string campaign, string message) => Topic.Of("of-message", campaign, message);

    /// <summary>The offer that is answered: `initiative/campaign`, or `initiative/campaign/message`.</summary>
    public static string Offer(string of, string offer) => Topic.Of("adapts", of, offer);

    /// <summary>What a reach counts.</summary>
    public static string Counts(OutreachChannel channel, CampaignReach.Types.Measure measure) => $"reach-in {Number((int)channel)} {Number((int)measure)}";

    public static string Channel(OutreachChannel channel) => $"reach-channel {Number((int)channel)}";

    public static string Measure(CampaignReach.Types.Measure measure) => $"reach-measure {Number((int)measure)}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
