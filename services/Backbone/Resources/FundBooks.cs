using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;

namespace CollectiveImpact.Backbone.Resources;

/// <summary>
/// Holds what a fund had before a write against what it has after it: nothing goes out that is not there, on no day. The
/// write is made first, and what is thrown here undoes it.
/// </summary>
internal sealed class FundBooks
{
    private readonly LogTransaction _transaction;
    private readonly string _initiative, _fund, _currency;
    private readonly Holding _before;

    private FundBooks(LogTransaction transaction, string initiative, string fund, string currency)
    {
        (_transaction, _initiative, _fund, _currency) = (transaction, initiative, fund, currency);
        _before = MoneyTable.Of(transaction.Query, initiative, fund);
    }

    /// <summary>Opens the books of a fund, before the write.</summary>
    public static FundBooks Open(LogTransaction transaction, string initiative, string fund, string currency) => new(transaction, initiative, fund, currency);

    /// <summary>What is wrong with the fund after the write; null when it has all that goes out of it.</summary>
    /// <param name="field">The field that says how much.</param>
    public CallFault? Fault(string field)
    {
        var after = MoneyTable.Of(_transaction.Query, _initiative, _fund);
        if (after.Available < 0)
            return CallFault.Precondition(
                field,
                $"fund `{_fund}` of {_initiative} has {Shown(_before.Available)} available of {Shown(_before.Unspent)} unspent, and would be {Shown(-after.Available)} short; give less, or enter first what came in");
        var left = 0L;
        foreach (var (day, change) in MoneyTable.Days(_transaction.Query, _initiative, _fund))
        {
            left = checked(left + change);
            if (left < 0)
                return CallFault.Precondition(
                    field, $"fund `{_fund}` of {_initiative} would be {Shown(-left)} short on {day}: nothing can go out of it before it came in; give a later day, or less");
        }

        return null;
    }

    private string Shown(long units) => $"{Amount.Write(units, _currency)} {_currency}";
}
