using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Resources;

/// <summary>Writes needs, sources, applications, gifts in kind and funds. That this node may is settled before.</summary>
internal sealed class ResourceWriting(ResourceRecords records, ResourceChecks checks)
{
    public Found<Need> Save(LogTransaction transaction, NodeStanding standing, string initiative, long epoch, Need need)
    {
        var payload = need.Clone();
        (payload.Initiative, payload.Need_, payload.Revision, payload.Sharing, payload.Promised, payload.Received) = ("", "", "", Sharing.Unspecified, null, null);
        payload.Amount = Amount.Normal(payload.Amount);
        return records.Needs.Save(
            transaction, initiative, need.Need_, epoch, payload, need.Revision, need.Sharing,
            (former, sharing) => Check.Id("need", need.Need_) ?? checks.Fault(transaction, standing, initiative, payload, former?.Record, sharing) ?? KeepFault(former, sharing));

        CallFault? KeepFault(Found<Need>? former, Sharing sharing) => former?.Sharing == Sharing.Shared && sharing == Sharing.Kept
            ? ResourceChecks.KeepFault(transaction, initiative, ResourceTopic.Need(initiative, need.Need_))
            : null;
    }

    public Found<Source> Save(LogTransaction transaction, NodeStanding standing, string initiative, long epoch, Source source)
    {
        var payload = source.Clone();
        (payload.Initiative, payload.Source_, payload.Revision, payload.Sharing) = ("", "", "", Sharing.Unspecified);
        return records.Sources.Save(
            transaction, initiative, source.Source_, epoch, payload, source.Revision, source.Sharing,
            (former, sharing) => Check.Id("source", source.Source_) ?? checks.Fault(transaction, standing, initiative, payload, former?.Record, sharing) ?? KeepFault(former, sharing));

        CallFault? KeepFault(Found<Source>? former, Sharing sharing) => former?.Sharing == Sharing.Shared && sharing == Sharing.Kept
            ? ResourceChecks.KeepFault(transaction, initiative, ResourceTopic.Source(initiative, source.Source_))
            : null;
    }

    public Found<Application> Save(LogTransaction transaction, string initiative, long epoch, Application application)
    {
        var payload = application.Clone();
        (payload.Initiative, payload.Application_, payload.Revision, payload.Sharing) = ("", "", "", Sharing.Unspecified);
        payload.Amount = Amount.Normal(payload.Amount);
        return records.Applications.Save(
            transaction, initiative, application.Application_, epoch, payload, application.Revision, application.Sharing,
            (_, sharing) => Check.Id("application", application.Application_) ?? checks.Fault(transaction, initiative, payload, sharing));
    }

    public Found<GiftInKind> Save(LogTransaction transaction, string initiative, long epoch, GiftInKind gift)
    {
        var payload = gift.Clone();
        (payload.Initiative, payload.Gift, payload.Revision, payload.Sharing) = ("", "", "", Sharing.Unspecified);
        payload.EstimatedValue = Amount.Normal(payload.EstimatedValue);
        return records.Gifts.Save(
            transaction, initiative, gift.Gift, epoch, payload, gift.Revision, gift.Sharing,
            (_, sharing) => Check.Id("gift", gift.Gift) ?? checks.Fault(transaction, initiative, payload, sharing));
    }

    public Found<Fund> Save(LogTransaction transaction, NodeStanding standing, string initiative, long epoch, Fund fund)
    {
        var payload = fund.Clone();
        (payload.Initiative, payload.Fund_, payload.Revision, payload.Sharing, payload.Balance) = ("", "", "", Sharing.Unspecified, null);
        payload.Promised = Amount.Normal(payload.Promised);
        return records.Funds.Save(
            transaction, initiative, fund.Fund_, epoch, payload, fund.Revision, fund.Sharing,
            (former, sharing) => Check.Id("fund", fund.Fund_) ?? checks.Fault(transaction, standing, initiative, payload, former?.Record, sharing) ?? ChangeFault(former, sharing));

        CallFault? ChangeFault(Found<Fund>? former, Sharing sharing)
        {
            if (former is null || (former.Sharing == sharing && former.Record.Promised.Currency == payload.Promised.Currency)) return null;
            var field = former.Sharing == sharing ? "promised.currency" : "sharing";
            return MoneyTable.Moves(transaction.Query, initiative, fund.Fund_)
                ? CallFault.Precondition(field, $"fund `{fund.Fund_}` has entries or allocations, and its currency and its sharing stay what they are; make another fund")
                : sharing == Sharing.Kept ? ResourceChecks.KeepFault(transaction, initiative, ResourceTopic.Fund(initiative, fund.Fund_)) : null;
        }
    }

    public void Remove(LogTransaction transaction, RemoveNeedRequest request, long epoch)
    {
        ResourceChecks.NamedFault(transaction, request.Initiative, ResourceTopic.Need(request.Initiative, request.Need), "need", Check.Shown(request.Need))?.Throw();
        records.Needs.Remove(transaction, request.Initiative, request.Need, epoch, request.Revision, "need");
    }

    public void Remove(LogTransaction transaction, RemoveSourceRequest request, long epoch)
    {
        ResourceChecks.NamedFault(transaction, request.Initiative, ResourceTopic.Source(request.Initiative, request.Source), "source", Check.Shown(request.Source))?.Throw();
        records.Sources.Remove(transaction, request.Initiative, request.Source, epoch, request.Revision, "source");
    }

    public void Remove(LogTransaction transaction, RemoveFundRequest request, long epoch)
    {
        ResourceChecks.NamedFault(transaction, request.Initiative, ResourceTopic.Fund(request.Initiative, request.Fund), "fund", Check.Shown(request.Fund))?.Throw();
        if (MoneyTable.Moves(transaction.Query, request.Initiative, request.Fund))
            CallFault.Precondition("fund", $"`{Check.Shown(request.Fund)}` has entries or allocations; take the entries out first. What was allocated stays").Throw();
        records.Funds.Remove(transaction, request.Initiative, request.Fund, epoch, request.Revision, "fund");
    }
}
