using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;

namespace CollectiveImpact.Backbone.Resources;

/// <summary>Of which initiative's own fund the money of an accepted allocation is, however many hands it went through.</summary>
internal static class FundOrigins
{
    /// <summary>Notes that a receiver has accepted an allocation out of a giver's fund.</summary>
    public static void Note(LogTransaction transaction, string giver, string from, string receiver, string name)
    {
        // Where the giver was allocated it in turn, and that is not known yet, this follows when it is.
        if (Of(transaction.Query, giver, from) is not { } origin) return;
        transaction.Execute(
            "INSERT INTO fund_origins VALUES ($1, $2, $3, $4) ON CONFLICT (initiative, fund) DO NOTHING", origin.Initiative, origin.Fund, receiver, name);
        foreach (var (_, id, movement) in MoneyTable.Each(transaction.Query, receiver, name, Flow.Allocated))
        {
            var next = FundName.Of(receiver, id);
            if (Of(transaction.Query, movement.Other, next) is null && MoneyTable.Sum(transaction.Query, movement.Other, next, Flow.Accepted) > 0)
                Note(transaction, receiver, name, movement.Other, next);
        }
    }

    /// <summary>The same of the fund that an allocation is, by the documents alone; null where they don't say, or it is not accepted.</summary>
    public static (string Initiative, string Fund)? By(Func<DocumentKey, StoredDocument?> find, string receiver, string name)
    {
        // Allocations that are each made out of the other come from nowhere.
        HashSet<string> passed = [];
        while (passed.Add(name))
        {
            if (AllocatedMoney.Answer(find, receiver, name) is not { Accepted: true }) return null;
            if (AllocatedMoney.Allocation(find, name) is not { } allocation || allocation.To != receiver) return null;
            (receiver, name) = (FundName.Parts(name).Giver, allocation.Fund);
            if (!FundName.IsAllocated(name)) return (receiver, name);
        }

        return null;
    }

    private static (string Initiative, string Fund)? Of(Ask ask, string initiative, string fund)
    {
        if (!FundName.IsAllocated(fund)) return (initiative, fund);
        using var rows = ask("SELECT origin_initiative, origin_fund FROM fund_origins WHERE initiative = $1 AND fund = $2", initiative, fund);
        return rows.Read() ? (rows.GetString(0), rows.GetString(1)) : null;
    }
}
