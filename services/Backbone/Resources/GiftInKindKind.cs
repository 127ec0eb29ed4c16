using CollectiveImpact.Backbone.Measurement;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Resources;

/// <summary>What is given that is no money.</summary>
internal sealed class GiftInKindKind(TimeProvider time, Sharing sharing) : TwinKind<GiftInKind>(time, "gift-in-kind", Travel.Up, sharing)
{
    private const int MostNeeds = 20;

    public override Function Function => Function.MobilizeResources;

    public override CallFault? Fault(GiftInKind record) =>
        Check.Id("source", record.Source)
        ?? Check.Required("what", record.What)
        ?? Check.Known("kind", record.Kind)
        ?? (record.EstimatedValue is null ? null : Amount.Read("estimated_value", record.EstimatedValue, out _))
        ?? (record.Hours.Length == 0 ? null : HoursFault(record.Hours))
        ?? Check.Days("from", record.From, "until", record.Until)
        ?? Check.Distinct("needs", record.Needs, MostNeeds, Check.Id);

    protected override IEnumerable<Reference> References(NodeStanding standing, Document document, GiftInKind record) =>
        record.Needs.Select(need => new Reference(ResourceTopic.Need(document.Initiative, need)))
            .Prepend(new Reference(ResourceTopic.Source(document.Initiative, record.Source)));

    private static CallFault? HoursFault(string hours) => Figure.Read("hours", hours, out var figure)
        ?? (figure.IsPositive ? null : CallFault.Invalid("hours", $"is {hours}; give more than zero, or leave it empty"));
}
