using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Support;

/// <summary>Writes plans of support, what was given, and how it is judged. That this node may is settled before.</summary>
internal sealed class SupportWriting(SupportRecords records, TimeProvider time)
{
    public Found<SupportPlan> Save(LogTransaction transaction, NodeStanding standing, string initiative, long epoch, SupportPlan plan)
    {
        var payload = plan.Clone();
        (payload.Initiative, payload.Plan, payload.Revision, payload.Sharing) = ("", "", "", Sharing.Unspecified);
        return records.Plans.Save(
            transaction, initiative, plan.Plan, epoch, payload, plan.Revision, plan.Sharing,
            (former, sharing) => Check.Id("plan", plan.Plan)
                ?? ChildFault(standing, initiative, payload.Child, former)
                ?? (sharing == Sharing.Kept && former?.Sharing == Sharing.Shared ? UsedFault(transaction, initiative, former, "sharing", "is SHARING_KEPT, and") : null));
    }

    public void Remove(LogTransaction transaction, RemoveSupportPlanRequest request, long epoch)
    {
        var plan = records.Plans.Get(transaction.Find, request.Initiative, request.Plan, "plan");
        UsedFault(transaction, request.Initiative, plan, "plan", $"`{Check.Shown(request.Plan)}` stays:")?.Throw();
        records.Plans.Remove(transaction, request.Initiative, request.Plan, epoch, request.Revision, "plan");
    }

    public Found<SupportGiven> Save(LogTransaction transaction, string initiative, long epoch, SupportGiven given)
    {
        (Check.Id("plan", given.Plan) ?? Check.Id("given", given.Given))?.Within("given").Throw();
        var payload = new SupportGiven { Day = given.Day, Hours = given.Hours, What = given.What };
        records.Given.Fault(payload)?.Within("given").Throw();
        PlanFault(transaction, initiative, given.Plan, payload.Day)?.Within("given").Throw();
        return records.Given.Save(transaction, initiative, SupportGivenKind.IdOf(given.Plan, given.Given), epoch, payload, given.Revision);
    }

    public Found<SupportJudgement> Save(LogTransaction transaction, string initiative, long epoch, SupportJudgement judgement)
    {
        var payload = judgement.Clone();
        (payload.Initiative, payload.Plan, payload.Revision, payload.Sharing) = ("", "", "", Sharing.Unspecified);
        if (payload.Day.Length == 0) payload.Day = time.Today().Written();
        // Before it is an id: it names another's plan.
        RecordId.ReferenceFault("plan", judgement.Plan)?.Within("judgement").Throw();
        return records.Judgements.Save(
            transaction, initiative, judgement.Plan, epoch, payload, judgement.Revision, judgement.Sharing,
            (former, _) => Check.PastDay("day", payload.Day, time.Today())
                // What was planned for it and taken out since stays judged.
                ?? (former is null ? new SupportEnds(records, transaction.Find).Fault(initiative, "plan", judgement.Plan, mustReceive: true) : null));
    }

    private CallFault? ChildFault(NodeStanding standing, string initiative, string child, Found<SupportPlan>? former)
    {
        if (former?.Record.Child == child) return null;
        if (former?.Sharing == Sharing.Shared) return CallFault.Precondition("child", $"is {Check.Shown(child)}, and {former.Record.Child} has heard of the plan as its own; make another plan");
        if (standing.Nest.Find(child) is null) return CallFault.UnknownInitiative("child", child);
        return standing.Nest.Below(initiative, time.Today()).Contains(child)
            ? null
            : CallFault.Invalid("child", $"{child} is not below {initiative} today; name an initiative that is aligned with it");
    }

    private CallFault? PlanFault(LogTransaction transaction, string initiative, string id, string day)
    {
        if (records.Plans.Find(transaction.Find, initiative, id) is not { } plan) return records.Plans.Missing(initiative, id, "plan");
        if (plan.Sharing == Sharing.Kept) return CallFault.Precondition("plan", $"`{id}` is kept, and {plan.Record.Child} has not heard of it; share it first (BackboneSupport.SaveSupportPlan)");
        return string.CompareOrdinal(day, plan.Record.From) < 0
            ? CallFault.Invalid("day", $"{day} is before {plan.Record.From}, when the plan begins; give a later day, or let the plan begin before")
            : Check.PastDay("day", day, time.Today());
    }

    /// <summary>What keeps a plan: that support was given by it, or judged.</summary>
    private CallFault? UsedFault(LogTransaction transaction, string initiative, Found<SupportPlan> plan, string field, string so)
    {
        var given = transaction.DocumentsBeginning(initiative, SupportGivenKind.Kind, SupportGivenKind.IdOf(plan.Id, "")).Find(document => !document.Content.Deleted);
        if (given is not null) return CallFault.Precondition(field, $"{so} support `{given.Content.Id}` was given by it; take that out first");
        return ReferenceTable.To(transaction.Query, SupportTopic.Judged($"{initiative}/{plan.Id}"), SupportJudgementKind.Kind).Any(mention => mention.Initiative == plan.Record.Child)
            ? CallFault.Precondition(field, $"{so} {plan.Record.Child} has judged it")
            : null;
    }
}
