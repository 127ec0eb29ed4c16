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
    /// <summary>What goes out by an allocation.</summary>
    public static Movement Of(string giver, Allocation allocation) => Movement(giver, allocation.Fund, Flow.Allocated, allocation.Amount, allocation.Day, allocation.To);

    /// <summary>What an answer moves, at the one who gave it or at the giver.</summary>
    public static IEnumerable<Movement> Of(Func<DocumentKey, StoredDocument?> find, string receiver, string name, AllocationAnswer answer)
    {
        var giver = FundName.Parts(name).Giver;
        var allocation = Allocation(find, name);
        // An answer is to what was allocated, whatever it says that was.
        if (allocation is not null && allocation.To != receiver) yield break;
        var amount = allocation?.Amount ?? answer.Amount;
        if (answer.Accepted) yield return Movement(receiver, name, Flow.Accepted, amount, answer.Day, giver);
        else if (allocation is not null) yield return Movement(giver, allocation.Fund, Flow.Declined, amount, answer.Day, receiver);
    }

    /// <summary>What goes out by a return.</summary>
    public static Movement Of(string receiver, Return sent) =>
        Movement(receiver, sent.Allocation, Flow.Returned, sent.Amount, sent.Day, FundName.Parts(sent.Allocation).Giver);

    /// <summary>
    /// What of all returns of an allocation comes back to the giver. Nobody brings back more than was allocated, nor other
    /// money: the earlier count before the later, so that whatever comes to be known, no less had come back by any day.
    /// </summary>
    /// <param name="find">Finds the allocation.</param>
    /// <param name="receiver">Who returns it.</param>
    /// <param name="name">The allocation's.</param>
    /// <param name="returns">By the return's id, what goes out by each.</param>
    public static IEnumerable<(string Id, Movement Back)> ComesBack(
        Func<DocumentKey, StoredDocument?> find, string receiver, string name, IEnumerable<(string Id, Movement Returned)> returns)
    {
        if (Allocation(find, name) is not { } allocation || allocation.To != receiver) yield break;
        var left = Amount.Stored(allocation.Amount);
        var counting = returns.Where(each => each.Returned.Currency == allocation.Amount.Currency)
            .OrderBy(each => each.Returned.Day, StringComparer.Ordinal).ThenBy(each => each.Id, StringComparer.Ordinal);
        foreach (var (id, returned) in counting)
        {
            var units = Math.Min(left, returned.Units);
            left -= units;
            if (units > 0)
                yield return (id, returned with { Initiative = FundName.Parts(name).Giver, Fund = allocation.Fund, Flow = Flow.SentBack, Units = units, Other = receiver });
        }
    }

    /// <summary>The allocation of a name, where it is known.</summary>
    public static Allocation? Allocation(Func<DocumentKey, StoredDocument?> find, string name)
    {
        var (giver, id) = FundName.Parts(name);
        return find(new DocumentKey(giver, AllocationKind.Kind, id)) is { Content.Deleted: false } document ? V1.Allocation.Parser.ParseFrom(document.Content.Payload) : null;
    }

    /// <summary>What a receiver says to it, where that is known.</summary>
    public static AllocationAnswer? Answer(Func<DocumentKey, StoredDocument?> find, string receiver, string name) =>
        find(new DocumentKey(receiver, AllocationAnswerKind.Kind, name)) is { Content.Deleted: false } document
            ? AllocationAnswer.Parser.ParseFrom(document.Content.Payload)
            : null;

    public static void FollowAllocation(LogTransaction transaction, string giver, string id)
    {
        var name = FundName.Of(giver, id);
        var allocation = Allocation(transaction.Find, name)!;
        MoneyTable.Replace(transaction, new DocumentKey(giver, AllocationKind.Kind, id), kept: false, [Of(giver, allocation)]);
        // Another than was asked may have answered before this was known.
        foreach (var answering in MoneyTable.Answering(transaction.Query, name).Union([allocation.To]))
            if (Answer(transaction.Find, answering, name) is not null) FollowAnswer(transaction, answering, name);
        BringBack(transaction, allocation.To, name);
    }

    public static void FollowAnswer(LogTransaction transaction, string receiver, string name)
    {
        var answer = Answer(transaction.Find, receiver, name)!;
        MoneyTable.Replace(transaction, new DocumentKey(receiver, AllocationAnswerKind.Kind, name), kept: false, Of(transaction.Find, receiver, name, answer));
        if (answer.Accepted && Allocation(transaction.Find, name) is { } allocation && allocation.To == receiver)
            FundOrigins.Note(transaction, FundName.Parts(name).Giver, allocation.Fund, receiver, name);
    }

    public static void FollowReturn(LogTransaction transaction, string receiver, string id)
    {
        var key = new DocumentKey(receiver, ReturnKind.Kind, id);
        var sent = Return.Parser.ParseFrom(transaction.Find(key)!.Content.Payload);
        MoneyTable.Replace(transaction, key, kept: false, [Of(receiver, sent)]);
        BringBack(transaction, receiver, sent.Allocation);
    }

    /// <summary>Of an earlier return that came late, later ones may count for less.</summary>
    private static void BringBack(LogTransaction transaction, string receiver, string name)
    {
        var returns = MoneyTable.Each(transaction.Query, receiver, name, Flow.Returned).ToDictionary(each => each.Id, each => each.Movement);
        var back = ComesBack(transaction.Find, receiver, name, returns.Select(each => (each.Key, each.Value))).ToDictionary(each => each.Id, each => each.Back);
        foreach (var (id, returned) in returns)
            MoneyTable.Replace(
                transaction, new DocumentKey(receiver, ReturnKind.Kind, id), kept: false, back.TryGetValue(id, out var comes) ? [returned, comes] : [returned]);
    }

    private static Movement Movement(string initiative, string fund, Flow flow, Money amount, string day, string other) =>
        new(initiative, fund, flow, amount.Currency, day, Amount.Stored(amount)) { Other = other };
}
