using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.PublicWill;

/// <summary>A message of a campaign: kept while it is drafted. Its id is `campaign/message`.</summary>
internal sealed class CampaignMessageKind(TimeProvider time, Sharing sharing) : TwinKind<CampaignMessage>(time, Kind, Travel.Line, sharing)
{
    public const string Kind = "campaign-message";

    public override Function Function => Function.BuildPublicWill;

    public static string IdOf(string campaign, string message) => $"{campaign}/{message}";

    public override CallFault? Fault(CampaignMessage record) =>
        Check.Id("campaign", record.Campaign) ?? Check.Id("audience", record.Audience) ?? Check.Required("text", record.Text);

    protected override IEnumerable<Reference> References(NodeStanding standing, Document document, CampaignMessage record) =>
        [new(WillTopic.Campaign($"{document.Initiative}/{record.Campaign}"))];

    protected override string? Misplaced(Document document) =>
        document.Deleted || document.Id.StartsWith($"{CampaignMessage.Parser.ParseFrom(document.Payload).Campaign}/", StringComparison.Ordinal)
            ? null
            : "a message's id is its campaign, `/`, and its own";
}
