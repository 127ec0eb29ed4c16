using CollectiveImpact.Backbone.Partners;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Activities;

/// <summary>What an activity names, held against what this node knows, before it is written.</summary>
internal sealed class ActivityChecks(ActivityRecords records, PartnerRecords partners, Served served)
{
    /// <summary>What is wrong with what an activity names; its fields are right by themselves.</summary>
    /// <param name="transaction">The operation.</param>
    /// <param name="standing">What stands.</param>
    /// <param name="activity">As it shall be.</param>
    /// <param name="sharing">Whether it shall leave the node.</param>
    /// <param name="former">As it stands; null for a new one. What it names is not asked about again.</param>
    public CallFault? Fault(LogTransaction transaction, NodeStanding standing, Activity activity, Sharing sharing, Found<Activity>? former)
    {
        var before = former?.Record ?? new Activity();
        var (initiative, isShared) = (activity.Initiative, sharing == Sharing.Shared);
        // What was kept and is to be shared names, to others, all that it names anew.
        var isShown = isShared && former?.Sharing == Sharing.Kept;
        return Each("partners", activity.Partners, before.Partners, isShown, (field, partner) => Partner(transaction, standing, initiative, field, partner, isShared))
            ?? (activity.Lead == before.Lead && !isShown ? null : Partner(transaction, standing, initiative, "lead", activity.Lead, isShared))
            ?? served.Fault(transaction.Find, standing, initiative, activity.Clauses, before.Clauses, activity.Indicators, before.Indicators)
            ?? Each("depends_on", activity.DependsOn, before.DependsOn, isShown, (field, other) => Other(transaction, activity, field, other, isShared))
            ?? Each("reinforces", activity.Reinforces, before.Reinforces, isShown, (field, other) => Other(transaction, activity, field, other, isShared))
            ?? Cycle(transaction, activity);
    }

    private static CallFault? Each(
        string field, IReadOnlyList<string> named, IReadOnlyCollection<string> before, bool again, Func<string, string, CallFault?> check) =>
        named.Select((name, i) => !again && before.Contains(name) ? null : check($"{field}[{i}]", name)).FirstOrDefault(fault => fault is not null);

    private CallFault? Partner(LogTransaction transaction, NodeStanding standing, string initiative, string field, string partner, bool isShared)
    {
        // Those that are kept are known to the initiative's host alone, so nobody else can tell that there is none.
        if (!standing.Hosts(initiative)) return null;
        if (partners.Partners.Find(transaction.Find, initiative, partner) is not { } found)
            return partners.Partners.Missing(initiative, partner, field);
        return isShared && found.Sharing == Sharing.Kept
            ? CallFault.Invalid(field, $"`{partner}` is a partner that is kept, and the activity is shared; keep the activity, or share the partner")
            : null;
    }

    private CallFault? Other(LogTransaction transaction, Activity activity, string field, string reference, bool isShared)
    {
        var (initiative, id) = RecordId.Parts(reference);
        if (reference == $"{activity.Initiative}/{activity.Activity_}") return CallFault.Invalid(field, $"`{reference}` is the activity itself; name another");
        if (records.Activities.Find(transaction.Find, initiative, id) is not { } found) return records.Activities.Missing(initiative, id, field);
        return isShared && found.Sharing == Sharing.Kept
            ? CallFault.Invalid(field, $"`{reference}` is kept, and what names it is shared; keep both, or share both")
            : null;
    }

    private CallFault? Cycle(LogTransaction transaction, Activity activity)
    {
        for (var i = 0; i < activity.DependsOn.Count; i++)
        {
            var way = Cycles.Back($"{activity.Initiative}/{activity.Activity_}", activity.DependsOn[i], DependsOn);
            if (way is not null)
                return CallFault.Invalid($"depends_on[{i}]", $"leads back to the activity itself: {string.Join(" depends on ", way)}; leave one of these out");
        }

        return null;

        IEnumerable<string> DependsOn(string reference)
        {
            var (initiative, id) = RecordId.Parts(reference);
            return records.Activities.Find(transaction.Find, initiative, id)?.Record.DependsOn ?? Enumerable.Empty<string>();
        }
    }
}
