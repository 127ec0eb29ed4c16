using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using static CollectiveImpact.V1.PolicyBarrier.Types;

namespace CollectiveImpact.Backbone.Policy;

/// <summary>Writes barriers. That this node may is settled before.</summary>
internal sealed class BarrierWriting(PolicyRecords records, Served served, TimeProvider time)
{
    public Found<PolicyBarrier> Save(LogTransaction transaction, NodeStanding standing, string initiative, long epoch, PolicyBarrier barrier)
    {
        var former = records.Barriers.Find(transaction.Find, initiative, barrier.Barrier);
        var sharing = barrier.Sharing == Sharing.Unspecified ? former?.Sharing ?? Sharing.Kept : barrier.Sharing;
        var payload = barrier.Clone();
        (payload.Initiative, payload.Barrier, payload.Revision, payload.Sharing) = ("", "", "", Sharing.Unspecified);
        payload.TakenUp.Clear();
        if (payload.Naming == Naming.Unspecified) payload.Naming = former?.Record.Naming ?? Naming.Counted;
        payload.Secret = former?.Record.Secret ?? BarrierMark.NewSecret();
        (Check.Known("sharing", sharing) ?? Check.Id("barrier", barrier.Barrier))?.Within("barrier").Throw();
        if (records.Barriers.Fault(payload) is null)
            Fault(transaction, standing, initiative, barrier.Barrier, payload, sharing, former)?.Within("barrier").Throw();
        return records.Barriers.Save(transaction, initiative, barrier.Barrier, epoch, payload, barrier.Revision, sharing);
    }

    private CallFault? Fault(
        LogTransaction transaction, NodeStanding standing, string initiative, string id, PolicyBarrier barrier, Sharing sharing, Found<PolicyBarrier>? former)
    {
        var before = former?.Record ?? new PolicyBarrier();
        // What was kept and is to be shared names, to others, all that it is like anew.
        var isShown = sharing == Sharing.Shared && former?.Sharing == Sharing.Kept;
        return Check.PastDay("since", barrier.Since, time.Today())
            ?? served.Fault(transaction.Find, standing, initiative, barrier.Clauses, before.Clauses, barrier.Indicators, before.Indicators)
            ?? Served.Each("like", barrier.Like, isShown ? [] : before.Like, (field, other) => LikeFault(transaction, standing, initiative, id, field, other, sharing));
    }

    private CallFault? LikeFault(LogTransaction transaction, NodeStanding standing, string initiative, string id, string field, string reference, Sharing sharing)
    {
        var (owner, other) = RecordId.Parts(reference);
        if (reference == $"{initiative}/{id}") return CallFault.Invalid(field, $"`{reference}` is the barrier itself; name another");
        if (owner != initiative && !standing.Nest.Descendants(initiative).Contains(owner))
            return CallFault.Invalid(field, $"{owner} is neither {initiative} nor below it; name barriers of {initiative} or of an initiative that is aligned with it");
        if (records.Barriers.Find(transaction.Find, owner, other) is not { } found) return records.Barriers.Missing(owner, other, field);
        // Another's that is kept is not to be seen, even where one node hosts both.
        if (found.Sharing == Sharing.Shared || (owner == initiative && sharing == Sharing.Kept)) return null;
        return owner == initiative
            ? CallFault.Invalid(field, $"`{reference}` is kept, and what names it is shared; keep both, or share both")
            : records.Barriers.Missing(owner, other, field);
    }
}
