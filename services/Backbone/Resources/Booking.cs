using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Resources;

/// <summary>Writes the entries of funds. That this node may is settled before.</summary>
internal sealed class Booking(ResourceRecords records, ResourceChecks checks, TimeProvider time)
{
    public Found<Entry> Save(LogTransaction transaction, NodeStanding standing, string initiative, long epoch, Entry entry)
    {
        var (id, revision, payload) = (entry.Entry_, entry.Revision, entry.Clone());
        (payload.Initiative, payload.Entry_, payload.Revision, payload.Sharing, payload.Outstanding) = ("", "", "", Sharing.Unspecified, "");
        payload.Amount = Amount.Normal(payload.Amount);
        (Check.Id("entry", id) ?? records.Entries.Fault(payload))?.Within("entry").Throw();
        if (Check.Day("entry.day", payload.Day, out var day) is null && day > time.Today())
            CallFault.Invalid("entry.day", $"{payload.Day} is still to come; give the day on which it happened").Throw();

        var funds = new Funds(records, transaction.Find, transaction.Query);
        var fund = funds.Get(initiative, payload.Fund, "entry.fund");
        if (fund.Promised.Currency != payload.Amount.Currency)
            CallFault.Invalid("entry.amount.currency", $"is {payload.Amount.Currency}, and fund `{payload.Fund}` is in {fund.Promised.Currency}; currencies are never mixed: enter it in a fund of its own").Throw();
        var former = records.Entries.Find(transaction.Find, initiative, id);
        (checks.Fault(transaction, standing, initiative, payload, former?.Record, fund.Sharing)
            ?? CommitmentFault(transaction, initiative, payload, former?.Record))?.Within("entry").Throw();
        if (former is not null) ChangeFault(transaction, initiative, id, payload, former.Record)?.Within("entry").Throw();

        var books = Books(transaction, initiative, fund.Promised.Currency, payload, former?.Record);
        var saved = records.Entries.Save(transaction, initiative, id, epoch, payload, revision, fund.Sharing);
        foreach (var book in books) book.Fault("entry.amount")?.Throw();
        foreach (var commitment in Commitments(id, payload, former?.Record)) OutstandingFault(transaction, initiative, commitment, payload)?.Throw();
        return saved;
    }

    public void Remove(LogTransaction transaction, RemoveEntryRequest request, long epoch)
    {
        var found = records.Entries.Get(transaction.Find, request.Initiative, request.Entry, "entry");
        if (found.Record.Kind == Entry.Types.Kind.Commitment && Settles(transaction, request.Initiative, request.Entry))
            CallFault.Precondition("entry", $"spending names commitment `{request.Entry}`; take it out there first, or close the commitment").Throw();
        var books = FundBooks.Open(transaction, request.Initiative, found.Record.Fund, found.Record.Amount.Currency);
        records.Entries.Remove(transaction, request.Initiative, request.Entry, epoch, request.Revision, "entry");
        books.Fault("entry")?.Throw();
    }

    private static FundBooks[] Books(LogTransaction transaction, string initiative, string currency, Entry entry, Entry? former)
    {
        var books = FundBooks.Open(transaction, initiative, entry.Fund, currency);
        return former is null || former.Fund == entry.Fund
            ? [books]
            : [books, FundBooks.Open(transaction, initiative, former.Fund, former.Amount.Currency)];
    }

    /// <summary>The commitments whose remainder an entry changes.</summary>
    private static IEnumerable<string> Commitments(string id, Entry entry, Entry? former)
    {
        if (entry.Kind == Entry.Types.Kind.Commitment) yield return id;
        if (entry.Commitment.Length > 0) yield return entry.Commitment;
        if (former is { Commitment.Length: > 0 } && former.Commitment != entry.Commitment) yield return former.Commitment;
    }

    private CallFault? CommitmentFault(LogTransaction transaction, string initiative, Entry entry, Entry? former)
    {
        if (entry.Commitment.Length == 0) return null;
        if (records.Entries.Find(transaction.Find, initiative, entry.Commitment) is not { Record: { Kind: Entry.Types.Kind.Commitment } commitment })
            return CallFault.NotFound("commitment", $"{initiative} has no commitment `{Check.Shown(entry.Commitment)}` that is known here");
        if (commitment.Fund != entry.Fund)
            return CallFault.Invalid("commitment", $"`{entry.Commitment}` is of fund `{commitment.Fund}`, and this is spent out of `{entry.Fund}`; name one of the same fund");
        return commitment.ClosedOn.Length > 0 && former?.Commitment != entry.Commitment
            ? CallFault.Precondition("commitment", $"`{entry.Commitment}` was closed on {commitment.ClosedOn}; open it again, or leave this empty")
            : null;
    }

    /// <summary>What can't be changed of an entry that others lean on.</summary>
    private static CallFault? ChangeFault(LogTransaction transaction, string initiative, string id, Entry entry, Entry former)
    {
        if (former.Kind != Entry.Types.Kind.Commitment || (entry.Kind == former.Kind && entry.Fund == former.Fund)) return null;
        return Settles(transaction, initiative, id)
            ? CallFault.Precondition(entry.Kind == former.Kind ? "fund" : "kind", $"spending names commitment `{id}`; take it out there first")
            : null;
    }

    private static CallFault? OutstandingFault(LogTransaction transaction, string initiative, string commitment, Entry entry)
    {
        var outstanding = MoneyTable.Outstanding(transaction.Query, initiative, commitment);
        return outstanding >= 0
            ? null
            : CallFault.Precondition(
                "entry.amount", $"what is spent on commitment `{commitment}` would be {Amount.Write(-outstanding, entry.Amount.Currency)} {entry.Amount.Currency} more than it; commit to more first, or give less");
    }

    private static bool Settles(LogTransaction transaction, string initiative, string commitment)
    {
        using var rows = transaction.Query(
            "SELECT 1 FROM money WHERE initiative = $1 AND commitment = $2 AND commitment <> '' AND flow = $3 LIMIT 1", initiative, commitment, (long)Flow.Settled);
        return rows.Read();
    }
}
