using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Resources;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using static CollectiveImpact.V1.FundingAhead.Types;

namespace CollectiveImpact.Backbone.Support;

/// <summary>For how long an initiative's funds pay for its backbone.</summary>
internal sealed class FundingCover(ResourceRecords resources, LogReader reader, string initiative, DateOnly today)
{
    private const int MostShown = 100;

    private readonly Funds _funds = new(resources, reader.Find, reader.Query);
    private readonly string _today = today.Written();

    public Cover Of(Found<BackboneBudget> budget)
    {
        var shown = ShownSupport.Of(budget);
        var (currency, planned) = (shown.Planned.Currency, ShownSupport.Planned(shown));
        var (held, promised) = (new Holding(), (Int128)0);
        List<FundPart> parts = [];
        foreach (var fund in FundsOf(shown))
        {
            var holding = MoneyTable.Of(reader.Query, initiative, fund.Fund_);
            var due = Due(fund, holding);
            (held, promised) = (held + holding, promised + due);
            parts.Add(new FundPart
            {
                Fund = fund.Fund_,
                Unspent = Amount.Write(holding.Unspent, currency),
                Available = Amount.Write(holding.Available, currency),
                Promised = Amount.Write(due, currency),
            });
        }

        return new Cover
        {
            Budget = budget.Id,
            From = shown.From,
            Until = shown.Until,
            BudgetMonths = shown.Months,
            Currency = currency,
            Planned = shown.Planned.Amount,
            Unspent = Amount.Write(held.Unspent, currency),
            Committed = Amount.Write(held.Committed, currency),
            Available = Amount.Write(held.Available, currency),
            Promised = Amount.Write(checked((long)promised), currency),
            Months = WholeMonths.Covered(held.Available, planned, shown.Months),
            MonthsUnspent = WholeMonths.Covered(held.Unspent, planned, shown.Months),
            MonthsWithPromised = WholeMonths.Covered(held.Available + promised, planned, shown.Months),
            Funds = { parts.OrderBy(part => part.Fund, StringComparer.Ordinal).Take(MostShown) },
        };
    }

    private IEnumerable<Fund> FundsOf(BackboneBudget budget)
    {
        var funds = budget.Funds.Count == 0 ? _funds.All(reader, initiative) : budget.Funds.Select(name => _funds.Find(initiative, name)).OfType<Fund>();
        return funds.Where(fund => fund.Promised.Currency == budget.Planned.Currency);
    }

    /// <summary>What was promised for a fund and has yet to come. What was allocated has come as it was accepted.</summary>
    private long Due(Fund fund, Holding holding)
    {
        var hasEnded = fund.Until.Length > 0 && string.CompareOrdinal(fund.Until, _today) < 0;
        return fund.Kind == Fund.Types.Kind.Allocation || hasEnded ? 0 : Math.Max(0, Amount.Stored(fund.Promised) - holding.Received);
    }
}
