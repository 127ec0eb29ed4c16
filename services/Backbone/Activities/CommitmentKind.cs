using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Activities;

/// <summary>What a partner has committed to in an activity: shared as its activity is, or known at its own node alone.</summary>
internal sealed class CommitmentKind(TimeProvider time, Sharing sharing) : RecordKind<Commitment>(time)
{
    public const string Shared = "commitment", Kept = "commitment-kept";

    public override string Name => sharing == Sharing.Kept ? Kept : Shared;

    public override Travel Travel => sharing == Sharing.Kept ? Travel.Kept : Travel.Line;

    protected override string? Twin => sharing == Sharing.Kept ? Shared : Kept;

    public override Function Function => Function.SupportAlignedActivities;

    public override CallFault? Fault(Commitment record) =>
        Check.Id("activity", record.Activity)
        ?? Check.Id("partner", record.Partner)
        ?? (record.What is null or { En.Length: 0, Fr.Length: 0 }
            ? CallFault.Invalid("what", "is missing; say in English, in French, or in both what the partner will do")
            : Check.Text("what", record.What))
        ?? (record.Due.Length == 0 ? CallFault.Invalid("due", "is empty; give the last day, like `2026-09-01`") : Check.Day("due", record.Due, out _))
        ?? Check.Known("state", record.State)
        ?? Check.Day("kept_on", record.KeptOn, out _)
        ?? (record.KeptOn.Length > 0 == (record.State == Commitment.Types.State.Kept)
            ? null
            : CallFault.Invalid("kept_on", "goes with STATE_KEPT, and with it alone"))
        ?? Check.Text("note", record.Note);

    protected override IEnumerable<Reference> References(NodeStanding standing, Document document, Commitment record) =>
        [new Reference(ActivityTopic.Committed(document.Initiative, record.Activity))];
}
