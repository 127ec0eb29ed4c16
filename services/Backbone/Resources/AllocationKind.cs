using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Resources;

/// <summary>Money that an initiative gives to one below it: written once, so that nobody can take back what another may have spent.</summary>
internal sealed class AllocationKind(TimeProvider time) : RecordKind<Allocation>(time), IMoving
{
    public const string Kind = "allocation";

    private const int MostIndicators = 20;

    public override string Name => Kind;

    public override Travel Travel => Travel.Line;

    public override Function Function => Function.MobilizeResources;

    protected override bool IsForGood => true;

    public override CallFault? Fault(Allocation record) =>
        FundName.Fault("fund", record.Fund)
        ?? Check.Id("to", record.To)
        ?? Amount.ReadPositive("amount", record.Amount, out _)
        ?? (record.Day.Length == 0 ? CallFault.Invalid("day", "is missing") : Check.Day("day", record.Day, out _))
        ?? Check.Text("purpose", record.Purpose)
        ?? Check.Distinct("indicators", record.Indicators, MostIndicators, RecordId.ReferenceFault);

    protected override IEnumerable<Reference> References(NodeStanding standing, Document document, Allocation record) => [new Reference(ResourceTopic.Receiver(record.To))];

    public IEnumerable<Movement> Moving(Func<DocumentKey, StoredDocument?> find, StoredDocument document) =>
        document.Content.Deleted ? [] : [AllocatedMoney.Of(document.Content.Initiative, Read(document))];

    public override void Follow(LogTransaction transaction, Step step)
    {
        base.Follow(transaction, step);
        AllocatedMoney.FollowAllocation(transaction, step.Document.Content.Initiative, step.Document.Content.Id);
    }
}
