using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Resources;

/// <summary>One line in a fund's books, shared or kept as the fund is.</summary>
internal sealed class EntryKind(TimeProvider time, Sharing sharing) : TwinKind<Entry>(time, Kind, Travel.Up, sharing), IMoving
{
    public const string Kind = "fund-entry";

    /// <summary>The same where it is kept.</summary>
    public const string KeptKind = $"{Kind}-kept";

    public override Function Function => Function.MobilizeResources;

    public override CallFault? Fault(Entry record) =>
        FundName.Fault("fund", record.Fund)
        ?? Check.Known("kind", record.Kind)
        ?? (FundName.IsAllocated(record.Fund) && record.Kind is Entry.Types.Kind.Receipt or Entry.Types.Kind.Refund
            ? CallFault.Invalid("kind", "is of the initiative's own funds alone; what was allocated comes by accepting it, and goes back by Resources.ReturnMoney")
            : null)
        ?? (record.Day.Length == 0 ? CallFault.Invalid("day", "is empty; give the day, like `2026-09-01`") : Check.Day("day", record.Day, out _))
        ?? Amount.ReadPositive("amount", record.Amount, out _)
        ?? Check.Required("what", record.What)
        ?? Only("commitment", record.Commitment, record.Kind is Entry.Types.Kind.Spending, Check.Id)
        ?? Only("indicator", record.Indicator, record.Kind is Entry.Types.Kind.Spending, RecordId.ReferenceFault)
        ?? Only("activity", record.Activity, record.Kind is Entry.Types.Kind.Spending or Entry.Types.Kind.Commitment, RecordId.ReferenceFault)
        ?? Only("closed_on", record.ClosedOn, record.Kind is Entry.Types.Kind.Commitment, (_, _) => null)
        ?? Check.Days("day", record.Day, "closed_on", record.ClosedOn);

    public override void Follow(LogTransaction transaction, Step step)
    {
        base.Follow(transaction, step);
        Move(transaction, step.Document);
        // It may stand in the place of its twin now, or leave its place to it.
        if (FindTwin(transaction.Find, step.Document) is { } twin) Move(transaction, twin);
        var (initiative, id) = (step.Document.Content.Initiative, step.Document.Content.Id);
        // What is no commitment any longer is not closed either.
        MoneyTable.Close(transaction, initiative, id, Said(transaction.Find, initiative, id)?.ClosedOn ?? "");
    }

    public IEnumerable<Movement> Moving(Func<DocumentKey, StoredDocument?> find, StoredDocument document)
    {
        if (!Stands(find, document)) yield break;
        var (initiative, id, entry) = (document.Content.Initiative, document.Content.Id, Read(document));
        var movement = new Movement(initiative, entry.Fund, FlowOf(entry.Kind), entry.Amount.Currency, entry.Day, Amount.Stored(entry.Amount));
        if (entry.Kind == Entry.Types.Kind.Commitment) movement = movement with { Commitment = id, Closed = entry.ClosedOn };
        yield return movement with { Indicator = entry.Indicator };
        if (entry.Commitment.Length > 0)
            yield return movement with { Flow = Flow.Settled, Commitment = entry.Commitment, Closed = Said(find, initiative, entry.Commitment)?.ClosedOn ?? "" };
    }

    private void Move(LogTransaction transaction, StoredDocument document) =>
        MoneyTable.Replace(transaction, document.Key, kept: document.Key.Kind != Kind, Moving(transaction.Find, document));

    private Entry? Said(Func<DocumentKey, StoredDocument?> find, string initiative, string id) => Twins.Standing(
        find(new DocumentKey(initiative, Kind, id)), find(new DocumentKey(initiative, Kept(Kind), id))) is { } document
        ? Read(document)
        : null;

    private static Flow FlowOf(Entry.Types.Kind kind) => kind switch
    {
        Entry.Types.Kind.Receipt => Flow.Received,
        Entry.Types.Kind.Commitment => Flow.Committed,
        Entry.Types.Kind.Spending => Flow.Spent,
        Entry.Types.Kind.Refund => Flow.Refunded,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such entry"),
    };

    private static CallFault? Only(string field, string value, bool takes, Func<string, string, CallFault?> check) => value.Length == 0
        ? null
        : takes ? check(field, value) : CallFault.Invalid(field, "does not go with this kind of entry; leave it empty");
}
