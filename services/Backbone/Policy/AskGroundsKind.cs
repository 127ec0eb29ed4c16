using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Policy;

/// <summary>What an ask stands on. Those above know it already; nobody below is told.</summary>
internal sealed class AskGroundsKind(TimeProvider time, Sharing sharing) : TwinKind<AskGroundsRecord>(time, Kind, Travel.Up, sharing)
{
    public const string Kind = "ask-grounds";

    private const int MostBarriers = 2_000, MostStories = 20;

    public override Function Function => Function.AdvancePolicy;

    public override CallFault? Fault(AskGroundsRecord record) =>
        Check.Distinct("barriers", record.Barriers, MostBarriers, RecordId.ReferenceFault)
        ?? Check.Distinct("stories", record.Stories, MostStories, RecordId.ReferenceFault);

    protected override IEnumerable<Reference> References(NodeStanding standing, Document document, AskGroundsRecord record) =>
        record.Barriers.Select(barrier => new Reference(PolicyTopic.Barrier(barrier)));
}
