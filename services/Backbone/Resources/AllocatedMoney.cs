using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Resources;

/// <summary>
/// What allocations, their answers and returns move, at both ends. The three come by different ways and in any order; what
/// they move at the giver follows once the allocation itself is known.
/// </summary>
internal static class AllocatedMoney
{
    public static void FollowAllocation(LogTransaction transaction, string giver, string id)
    {
        var key = new DocumentKey(giver, AllocationKind.Kind, id);
        var allocation = Allocation(transaction, key)!;
        MoneyTable.Replace(transaction, key, kept: false, [Movement(giver, allocation.Fund, Flow.Allocated, allocation.Amount, allocation.Day, allocation.To)]);
        var name = FundName.Of(giver, id);
        if (Answer(transaction, allocation.To, name) is not null) FollowAnswer(transaction, allocation.To, name);
        foreach (var (owner, each, _) in MoneyTable.Each(transaction.Query, allocation.To, name, Flow.Returned)) FollowReturn(transaction, owner, each);
    }

    public static void FollowAnswer(LogTransaction transaction, string receiver, string name)
    {
        var answer = Answer(transaction, receiver, name)!;
        var (giver, id) = FundName.Parts(name);
        var allocation = Allocation(transaction, new DocumentKey(giver, AllocationKind.Kind, id));
        MoneyTable.Replace(transaction, new DocumentKey(receiver, AllocationAnswerKind.Kind, name), kept: false, Movements());
        if (answer.Accepted && allocation?.To == receiver) FundOrigins.Note(transaction, giver, allocation.Fund, receiver, name);

        IEnumerable<Movement> Movements()
        {
            // An answer is to what was allocated, whatever it says that was.
            if (allocation is not null && allocation.To != receiver) yield break;
            var amount = allocation?.Amount ?? answer.Amount;
            if (answer.Accepted) yield return Movement(receiver, name, Flow.Accepted, amount, answer.Day, giver);
            else if (allocation is not null) yield return Movement(giver, allocation.Fund, Flow.Declined, amount, answer.Day, receiver);
        }
    }

    public static void FollowReturn(LogTransaction transaction, string receiver, string id)
    {
        var key = new DocumentKey(receiver, ReturnKind.Kind, id);
        var sent = Return.Parser.ParseFrom(transaction.Find(key)!.Content.Payload);
        var (giver, allocated) = FundName.Parts(sent.Allocation);
        MoneyTable.Replace(transaction, key, kept: false, [Movement(receiver, sent.Allocation, Flow.Returned, sent.Amount, sent.Day, giver)]);
        if (Allocation(transaction, new DocumentKey(giver, AllocationKind.Kind, allocated)) is not { } allocation) return;
        // Nobody brings back more than was allocated, nor other money.
        var returned = MoneyTable.Sum(transaction.Query, receiver, sent.Allocation, Flow.Returned);
        if (allocation.To != receiver || allocation.Amount.Currency != sent.Amount.Currency || returned > Amount.Stored(allocation.Amount)) return;
        MoneyTable.Add(transaction, key, kept: false, Movement(giver, allocation.Fund, Flow.SentBack, sent.Amount, sent.Day, receiver));
    }

    private static Movement Movement(string initiative, string fund, Flow flow, Money amount, string day, string other) =>
        new(initiative, fund, flow, amount.Currency, day, Amount.Stored(amount)) { Other = other };

    private static Allocation? Allocation(LogTransaction transaction, DocumentKey key) =>
        transaction.Find(key) is { Content.Deleted: false } document ? V1.Allocation.Parser.ParseFrom(document.Content.Payload) : null;

    private static AllocationAnswer? Answer(LogTransaction transaction, string receiver, string name) =>
        transaction.Find(new DocumentKey(receiver, AllocationAnswerKind.Kind, name)) is { Content.Deleted: false } document
            ? AllocationAnswer.Parser.ParseFrom(document.Content.Payload)
            : null;
}
