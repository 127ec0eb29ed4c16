using CollectiveImpact.Backbone.Partners;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Resources;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Support;

/// <summary>Writes what a backbone costs and how it stands. That this node may is settled before.</summary>
internal sealed class BudgetWriting(SupportRecords records, ResourceRecords resources, PartnerRecords partners)
{
    public Found<BackboneBudget> Save(LogTransaction transaction, string initiative, long epoch, BackboneBudget budget)
    {
        var payload = budget.Clone();
        (payload.Initiative, payload.Budget, payload.Revision, payload.Sharing, payload.Planned, payload.Months) = ("", "", "", Sharing.Unspecified, null, 0);
        foreach (var line in payload.Lines) line.Amount = line.Amount is null ? null : Amount.Normal(line.Amount);
        var funds = new Funds(resources, transaction.Find, transaction.Query);
        return records.Budgets.Save(
            transaction, initiative, budget.Budget, epoch, payload, budget.Revision, budget.Sharing,
            (_, sharing) => Check.Id("budget", budget.Budget)
                ?? payload.Funds.Select((fund, i) => Fault(funds, initiative, payload.Lines[0].Amount.Currency, $"funds[{i}]", fund, sharing)).FirstOrDefault(fault => fault is not null));
    }

    public Found<BackboneStanding> Save(LogTransaction transaction, string initiative, long epoch, BackboneStanding said)
    {
        var payload = said.Clone();
        (payload.Initiative, payload.Revision, payload.Sharing) = ("", "", Sharing.Unspecified);
        return records.Standings.Save(
            transaction, initiative, StandingKind.Id, epoch, payload, said.Revision, said.Sharing,
            (_, sharing) => payload.HostPartner.Length == 0 ? null : PartnerFault(transaction, initiative, payload.HostPartner, sharing));
    }

    private static CallFault? Fault(Funds funds, string initiative, string currency, string field, string name, Sharing sharing)
    {
        if (funds.Find(initiative, name) is not { } fund) return Funds.Missing(initiative, name, field);
        if (fund.Promised.Currency != currency) return CallFault.Invalid(field, $"`{name}` is in {fund.Promised.Currency}, and the budget is in {currency}; name funds of one currency");
        return sharing == Sharing.Shared && fund.Sharing == Sharing.Kept
            ? CallFault.Invalid(field, $"fund `{name}` is kept, and the budget that names it is shared; keep both, or share both")
            : null;
    }

    private CallFault? PartnerFault(LogTransaction transaction, string initiative, string id, Sharing sharing)
    {
        if (partners.Partners.Find(transaction.Find, initiative, id) is not { } partner) return partners.Partners.Missing(initiative, id, "host_partner");
        return sharing == Sharing.Shared && partner.Sharing == Sharing.Kept
            ? CallFault.Invalid("host_partner", $"`{id}` is a partner that is kept, and what names it is shared; keep both, or share both")
            : null;
    }
}
