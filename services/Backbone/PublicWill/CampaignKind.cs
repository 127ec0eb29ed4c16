using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.PublicWill;

/// <summary>A campaign: one that those above and below know too, or one that is known at its own node alone.</summary>
internal sealed class CampaignKind(TimeProvider time, Sharing sharing) : TwinKind<Campaign>(time, Kind, Travel.Line, sharing)
{
    public const string Kind = "campaign";

    private const int MostAudiences = 50, MostServed = 20;

    public override Function Function => Function.BuildPublicWill;

    public override CallFault? Fault(Campaign record) =>
        Check.Name("name", record.Name)
        ?? Check.Required("aim", record.Aim)
        ?? (record.Audiences.Count == 0 ? CallFault.Invalid("audiences", "is empty; say to whom the campaign speaks") : null)
        ?? Check.Distinct("audiences", [.. record.Audiences.Select(each => each.Audience_)], MostAudiences, (field, id) => Check.Id($"{field}.audience", id))
        ?? record.Audiences.Select((each, i) => Check.Name($"audiences[{i}].name", each.Name)).FirstOrDefault(fault => fault is not null)
        ?? record.Channels.Select((channel, i) => Check.Known($"channels[{i}]", channel)).FirstOrDefault(fault => fault is not null)
        ?? (record.Channels.Distinct().Count() < record.Channels.Count ? CallFault.Invalid("channels", "names one twice; name each once") : null)
        ?? Check.Distinct("clauses", record.Clauses, MostServed, RecordId.ReferenceFault)
        ?? Check.Distinct("indicators", record.Indicators, MostServed, RecordId.ReferenceFault)
        ?? Check.Days("from", record.From, "until", record.Until)
        ?? Check.Known("status", record.Status)
        ?? (record.Offered ? OfferFault(record) : null);

    protected override IEnumerable<Reference> References(NodeStanding standing, Document document, Campaign record) =>
    [
        new(WillTopic.Campaigns),
        new(WillTopic.Status(record.Status)),
        .. record.Offered ? new[] { new Reference(WillTopic.Offered) } : [],
        .. record.Clauses.Select(clause => new Reference(WillTopic.Clause(clause))),
        .. record.Indicators.Select(indicator => new Reference(WillTopic.Indicator(indicator))),
    ];

    private CallFault? OfferFault(Campaign record) =>
        (!IsShared ? CallFault.Invalid("offered", "is true, and the campaign is kept; share what is offered") : null)
        ?? OfferedWords.BothLanguages("name", record.Name)
        ?? OfferedWords.BothLanguages("aim", record.Aim)
        ?? record.Audiences.Select((each, i) => OfferedWords.BothLanguages($"audiences[{i}].name", each.Name)).FirstOrDefault(fault => fault is not null);
}
