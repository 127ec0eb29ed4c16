using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.PublicWill;

/// <summary>Whom a campaign reached: known above, or at its own node alone.</summary>
internal sealed class CampaignReachKind(TimeProvider time, Sharing sharing) : TwinKind<CampaignReach>(time, Kind, Travel.Up, sharing)
{
    public const string Kind = "campaign-reach";

    private const long Most = 1_000_000_000_000;

    public override Function Function => Function.BuildPublicWill;

    public override CallFault? Fault(CampaignReach record) =>
        RecordId.ReferenceFault("campaign", record.Campaign)
        ?? (record.Message.Length == 0 ? null : Check.Id("message", record.Message))
        ?? Check.Known("channel", record.Channel)
        ?? Check.Known("measure", record.Measure)
        ?? Check.RequiredDay("from", record.From)
        ?? Check.RequiredDay("until", record.Until)
        ?? Check.Days("from", record.From, "until", record.Until)
        ?? (record.Count is >= 0 and <= Most ? null : CallFault.Invalid("count", $"is {record.Count}; give 0 to {Most}"))
        ?? Check.Text("note", record.Note);

    protected override IEnumerable<Reference> References(NodeStanding standing, Document document, CampaignReach record)
    {
        var mark = ReachMark.Of(record).Write();
        return
        [
            new(WillTopic.Reaches),
            new(WillTopic.Channel(record.Channel)),
            new(WillTopic.Measure(record.Measure)),
            new(WillTopic.Counts(record.Channel, record.Measure), mark),
            new(WillTopic.Campaign(record.Campaign)),
            new($"{WillTopic.Campaign(record.Campaign)} {WillTopic.Counts(record.Channel, record.Measure)}", mark),
            .. record.Message.Length == 0 ? [] : new[] { new Reference(WillTopic.Message(record.Campaign, record.Message)) },
        ];
    }
}
