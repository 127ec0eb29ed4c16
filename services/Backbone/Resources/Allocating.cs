using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Resources;

/// <summary>Allocates money, answers allocations and sends money back: each once and for good.</summary>
internal sealed class Allocating(ResourceRecords records, TimeProvider time)
{
    public void Allocate(LogTransaction transaction, NodeStanding standing, string initiative, long epoch, Allocation allocation)
    {
        var (id, payload) = (allocation.Allocation_, Said(allocation));
        if (records.Allocations.Find(transaction.Find, initiative, id) is { } stands)
        {
            if (allocation.Day.Length == 0) payload.Day = stands.Record.Day;
            if (!stands.Record.Equals(payload)) Exists("allocation.allocation", $"allocation `{id}`");
            return;
        }

        if (payload.Day.Length == 0) payload.Day = time.Today().Written();
        (Check.Id("allocation", id) ?? records.Allocations.Fault(payload) ?? DayFault(payload.Day, "", "")
            ?? ResourceChecks.Fault(standing, initiative, payload))?.Within("allocation").Throw();
        if (standing.Nest.Find(payload.To) is null) CallFault.UnknownInitiative("allocation.to", payload.To).Throw();
        if (!standing.Nest.Below(initiative, time.Today()).Contains(payload.To))
            CallFault.Invalid("allocation.to", $"{payload.To} is not below {initiative} today; money goes down the nest, to initiatives that are aligned with the giver").Throw();
        var fund = new Funds(records, transaction.Find, transaction.Query).Get(initiative, payload.Fund, "allocation.fund");
        if (fund.Sharing == Sharing.Kept)
            CallFault.Precondition("allocation.fund", $"`{payload.Fund}` is kept, and what is allocated is known to the receiver and to all above; share the fund first").Throw();
        CheckCurrency("allocation", fund, payload.Amount);
        var books = FundBooks.Open(transaction, initiative, payload.Fund, payload.Amount.Currency);
        records.Allocations.Save(transaction, initiative, id, epoch, payload, "");
        books.Fault("allocation.amount")?.Throw();
    }

    public void Answer(LogTransaction transaction, long epoch, AnswerAllocationRequest request)
    {
        var (initiative, name) = (request.Initiative, request.Allocation);
        RecordId.ReferenceFault("allocation", name)?.Throw();
        if (request.State is not (Allocation.Types.State.Accepted or Allocation.Types.State.Declined))
            CallFault.Invalid("state", "is missing or unknown; give STATE_ACCEPTED or STATE_DECLINED").Throw();
        var accepted = request.State == Allocation.Types.State.Accepted;
        var allocation = Made(transaction, name);
        if (allocation.To != initiative)
            CallFault.Invalid("allocation", $"`{name}` is to {allocation.To}, and not to {initiative}").Throw();
        if (records.Answers.Find(transaction.Find, initiative, name) is { } stands)
        {
            if (stands.Record.Accepted != accepted)
                CallFault.Precondition("state", $"`{name}` was {(stands.Record.Accepted ? "accepted; send it back by Resources.ReturnMoney" : "declined; it has to be allocated anew")}").Throw();
            return;
        }

        DayFault(request.Day, allocation.Day, "it was allocated")?.Throw();
        var answer = new AllocationAnswer
        {
            Accepted = accepted,
            // The giver's clock may run ahead.
            Day = request.Day.Length > 0 ? request.Day : Later(allocation.Day, time.Today().Written()),
            Reason = request.Reason,
            Amount = allocation.Amount,
        };
        records.Answers.Save(transaction, initiative, name, epoch, answer, "");
    }

    public void Return(LogTransaction transaction, string initiative, long epoch, Return sent)
    {
        var (id, payload) = (sent.Return_, sent.Clone());
        (payload.Initiative, payload.Return_, payload.Amount) = ("", "", Amount.Normal(payload.Amount));
        if (records.Returns.Find(transaction.Find, initiative, id) is { } stands)
        {
            if (payload.Day.Length == 0) payload.Day = stands.Record.Day;
            if (!stands.Record.Equals(payload)) Exists("return.return", $"return `{id}`");
            return;
        }

        if (payload.Day.Length == 0) payload.Day = time.Today().Written();
        (Check.Id("return", id) ?? records.Returns.Fault(payload))?.Within("return").Throw();
        var fund = new Funds(records, transaction.Find, transaction.Query).Get(initiative, payload.Allocation, "return.allocation");
        DayFault(payload.Day, fund.From, "it was accepted")?.Within("return").Throw();
        CheckCurrency("return", fund, payload.Amount);
        var books = FundBooks.Open(transaction, initiative, payload.Allocation, payload.Amount.Currency);
        records.Returns.Save(transaction, initiative, id, epoch, payload, "");
        books.Fault("return.amount")?.Throw();
    }

    private Allocation Made(LogTransaction transaction, string name)
    {
        var (giver, id) = FundName.Parts(name);
        return records.Allocations.Get(transaction.Find, giver, id, "allocation").Record;
    }

    /// <param name="day">The day; empty for today.</param>
    /// <param name="first">The day before which it can't be; of another node's clock that may be tomorrow.</param>
    /// <param name="what">What happened on that day.</param>
    private CallFault? DayFault(string day, string first, string what)
    {
        if (Check.Day("day", day, out var said) is { } fault) return fault;
        if (said is null) return null;
        if (said > time.Today() && day != first) return CallFault.Invalid("day", $"{day} is still to come; give the day on which it happened");
        return string.CompareOrdinal(day, first) < 0 ? CallFault.Invalid("day", $"{day} is before {first}, when {what}; give that day or a later one") : null;
    }

    private static void CheckCurrency(string field, Fund fund, Money amount)
    {
        if (fund.Promised.Currency != amount.Currency)
            CallFault.Invalid($"{field}.amount.currency", $"is {amount.Currency}, and fund `{fund.Fund_}` is in {fund.Promised.Currency}; currencies are never mixed").Throw();
    }

    private static Allocation Said(Allocation allocation) => new()
    {
        Fund = allocation.Fund,
        To = allocation.To,
        Amount = Amount.Normal(allocation.Amount),
        Day = allocation.Day,
        Purpose = allocation.Purpose,
        Indicators = { allocation.Indicators },
    };

    private static string Later(string a, string b) => string.CompareOrdinal(a, b) < 0 ? b : a;

    private static void Exists(string field, string what) =>
        new CallFault(StatusCode.AlreadyExists, field, $"{what} says something else, and what went out stays as it was written; give a new one another id").Throw();
}
