using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Resources;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Support;

/// <summary>What a backbone is to cost in a fiscal year.</summary>
internal sealed class BudgetKind(TimeProvider time, Sharing sharing) : TwinKind<BackboneBudget>(time, Kind, Travel.Up, sharing)
{
    public const string Kind = "backbone-budget";

    private const int MostLines = 100, MostFunds = 50;

    public override CallFault? Fault(BackboneBudget record) =>
        Check.RequiredDay("from", record.From)
        ?? Check.RequiredDay("until", record.Until)
        ?? Check.Days("from", record.From, "until", record.Until)
        ?? (WholeMonths.Between(UtcDay.Read(record.From)!.Value, UtcDay.Read(record.Until)!.Value) is not null
            ? null
            : CallFault.Invalid("until", $"{record.From} to {record.Until} is not of whole months, or of more than {WholeMonths.Most}; end on the day before one like the first"))
        ?? (record.Lines.Count is >= 1 and <= MostLines ? null : CallFault.Invalid("lines", $"has {record.Lines.Count} entries; give 1 to {MostLines}"))
        ?? record.Lines.Select((line, i) => Fault(line, record.Lines[0])?.Within($"lines[{i}]")).FirstOrDefault(fault => fault is not null)
        ?? Check.Distinct("funds", record.Funds, MostFunds, FundName.Fault);

    protected override IEnumerable<Reference> References(NodeStanding standing, Document document, BackboneBudget record) =>
        record.Funds.Where(fund => !FundName.IsAllocated(fund)).Select(fund => new Reference(ResourceTopic.Fund(document.Initiative, fund)));

    private static CallFault? Fault(BackboneBudget.Types.Line line, BackboneBudget.Types.Line first) =>
        Check.Known("kind", line.Kind)
        ?? (line.Kind == BackboneBudget.Types.Kind.Other ? Check.Name("what", line.What) : Check.Text("what", line.What, Check.LongestName))
        ?? Amount.ReadPositive("amount", line.Amount, out _)
        ?? (line.Amount.Currency == first.Amount.Currency
            ? null
            : CallFault.Invalid("amount.currency", $"is {line.Amount.Currency}, and the first line's is {first.Amount.Currency}; make a budget a currency"));
}
