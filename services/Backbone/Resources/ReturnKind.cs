using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Resources;

/// <summary>Money that goes back up: written once, since whoever has it back may spend it again.</summary>
internal sealed class ReturnKind(TimeProvider time) : RecordKind<Return>(time), IMoving
{
    public const string Kind = "money-return";

    public override string Name => Kind;

    public override Travel Travel => Travel.Up;

    public override Function Function => Function.MobilizeResources;

    protected override bool IsForGood => true;

    public override CallFault? Fault(Return record) =>
        RecordId.ReferenceFault("allocation", record.Allocation)
        ?? Amount.ReadPositive("amount", record.Amount, out _)
        ?? (record.Day.Length == 0 ? CallFault.Invalid("day", "is missing") : Check.Day("day", record.Day, out _))
        ?? Check.Text("reason", record.Reason);

    public IEnumerable<Movement> Moving(Func<DocumentKey, StoredDocument?> find, StoredDocument document) =>
        document.Content.Deleted ? [] : [AllocatedMoney.Of(document.Content.Initiative, Read(document))];

    public override void Follow(LogTransaction transaction, Step step)
    {
        base.Follow(transaction, step);
        AllocatedMoney.FollowReturn(transaction, step.Document.Content.Initiative, step.Document.Content.Id);
    }
}
