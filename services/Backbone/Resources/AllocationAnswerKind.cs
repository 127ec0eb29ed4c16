using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Resources;

/// <summary>What a receiver says to an allocation, once and for good. Its id is the allocation's name, `giver/allocation`.</summary>
internal sealed class AllocationAnswerKind(TimeProvider time) : RecordKind<AllocationAnswer>(time), IMoving
{
    public const string Kind = "allocation-answer";

    public override string Name => Kind;

    public override Travel Travel => Travel.Up;

    public override Function Function => Function.MobilizeResources;

    protected override bool IsForGood => true;

    public override CallFault? Fault(AllocationAnswer record) =>
        Amount.ReadPositive("amount", record.Amount, out _)
        ?? (record.Day.Length == 0 ? CallFault.Invalid("day", "is missing") : Check.Day("day", record.Day, out _))
        ?? (record.Accepted ? Check.Text("reason", record.Reason) : Check.Required("reason", record.Reason));

    public IEnumerable<Movement> Moving(Func<DocumentKey, StoredDocument?> find, StoredDocument document) =>
        document.Content.Deleted ? [] : AllocatedMoney.Of(find, document.Content.Initiative, document.Content.Id, Read(document));

    public override void Follow(LogTransaction transaction, Step step)
    {
        base.Follow(transaction, step);
        AllocatedMoney.FollowAnswer(transaction, step.Document.Content.Initiative, step.Document.Content.Id);
    }

    protected override string? Misplaced(Document document) => RecordId.ReferenceFault("id", document.Id)?.Text;
}
