using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Activities;

/// <summary>Writes activities and commitments. That this node may is settled before.</summary>
internal sealed class ActivityWriting(ActivityRecords records, ActivityChecks checks, TimeProvider time)
{
    public Found<Activity> Save(LogTransaction transaction, NodeStanding standing, long epoch, Activity activity)
    {
        Fault(transaction, standing, activity)?.Within("activity").Throw();
        var (initiative, id) = (activity.Initiative, activity.Activity_);
        var sharing = SharingOf(activity, records.Activities.Find(transaction.Find, initiative, id));
        return records.Activities.Save(transaction, initiative, id, epoch, Said(activity), activity.Revision, sharing);
    }

    /// <summary>Why an activity can't be written so, whichever revision was read.</summary>
    public CallFault? Fault(LogTransaction transaction, NodeStanding standing, Activity activity)
    {
        var (initiative, id) = (activity.Initiative, activity.Activity_);
        var former = records.Activities.Find(transaction.Find, initiative, id);
        var sharing = SharingOf(activity, former);
        return Check.Known("sharing", sharing)
            ?? Check.Id("activity", id)
            ?? ActivityKind.Shape(activity)
            ?? checks.Fault(transaction, standing, activity, sharing, former)
            ?? (sharing == Sharing.Kept && former?.Sharing == Sharing.Shared ? SharedNaming(transaction, initiative, id) : null);
    }

    /// <summary>What an activity says, without what is filled in answers.</summary>
    public static Activity Said(Activity activity)
    {
        var said = activity.Clone();
        (said.Initiative, said.Activity_, said.Revision, said.Sharing) = ("", "", "", Sharing.Unspecified);
        return said;
    }

    public void Remove(LogTransaction transaction, long epoch, RemoveActivityRequest request)
    {
        var (initiative, id) = (request.Initiative, request.Activity);
        var index = new ActivityIndex(transaction.Query);
        if (index.Commitments(initiative, id).FirstOrDefault() is { Id: { } commitment })
            CallFault.Precondition("activity", $"`{Check.Shown(id)}` has a commitment, `{commitment}`; remove it first").Throw();
        if (NamedHere(transaction, index, initiative, id).FirstOrDefault() is { } naming)
            CallFault.Precondition("activity", $"`{Check.Shown(id)}` is named by {naming.From.Name}; take it out there first").Throw();
        records.Activities.Remove(transaction, initiative, id, epoch, request.Revision, "activity");
    }

    public Found<Commitment> Save(LogTransaction transaction, long epoch, Commitment commitment)
    {
        var (initiative, id, revision) = (commitment.Initiative, commitment.Commitment_, commitment.Revision);
        var former = records.Commitments.Find(transaction.Find, initiative, id);
        var sharing = commitment.Sharing == Sharing.Unspecified ? former?.Sharing ?? Sharing.Kept : commitment.Sharing;
        var payload = commitment.Clone();
        (payload.Initiative, payload.Commitment_, payload.Revision, payload.Sharing, payload.Missed) = ("", "", "", Sharing.Unspecified, false);
        if (payload.State == Commitment.Types.State.Kept && payload.KeptOn.Length == 0)
            payload.KeptOn = time.Today().Written();
        (Check.Known("sharing", sharing)
            ?? Check.Id("commitment", id)
            ?? Check.Id("activity", payload.Activity)
            ?? Fault(transaction, initiative, payload, sharing, former?.Record))?.Within("commitment").Throw();
        return records.Commitments.Save(transaction, initiative, id, epoch, payload, revision, sharing);
    }

    private static Sharing SharingOf(Activity activity, Found<Activity>? former) =>
        activity.Sharing == Sharing.Unspecified ? former?.Sharing ?? Sharing.Kept : activity.Sharing;

    private CallFault? Fault(LogTransaction transaction, string initiative, Commitment commitment, Sharing sharing, Commitment? former)
    {
        if (records.Activities.Find(transaction.Find, initiative, commitment.Activity) is not { } activity)
            return records.Activities.Missing(initiative, commitment.Activity, "activity");
        if (sharing == Sharing.Shared && activity.Sharing == Sharing.Kept)
            return CallFault.Invalid("sharing", $"is SHARING_SHARED, and activity `{commitment.Activity}` is kept; keep the commitment, or share the activity");
        // A partner that has left the activity can still be said to have kept its word.
        var isNew = former?.Activity != commitment.Activity || former.Partner != commitment.Partner;
        if (isNew && activity.Record.Lead != commitment.Partner && !activity.Record.Partners.Contains(commitment.Partner))
            return CallFault.Invalid("partner", $"`{Check.Shown(commitment.Partner)}` neither leads activity `{commitment.Activity}` nor takes part in it; name one that does");
        return Check.Day("kept_on", commitment.KeptOn, out var kept) ?? (kept > time.Today()
            ? CallFault.Invalid("kept_on", $"{commitment.KeptOn} is still to come; give the day on which it was kept")
            : null);
    }

    /// <summary>What of the shared names an activity, and would go on naming it when it is kept.</summary>
    private CallFault? SharedNaming(LogTransaction transaction, string initiative, string id)
    {
        var index = new ActivityIndex(transaction.Query);
        var by = index.Commitments(initiative, id).Where(each => each.Kind == CommitmentKind.Shared).Select(each => $"commitment `{each.Id}`").FirstOrDefault()
            ?? NamedHere(transaction, index, initiative, id).Where(each => each.Kind == ActivityKind.Shared).Select(each => $"activity {each.From.Name}").FirstOrDefault();
        return by is null ? null : CallFault.Precondition("sharing", $"is SHARING_KEPT, and {by}, which names it, is shared; keep that first");
    }

    /// <summary>Where activities that were written at this node name one.</summary>
    private static IEnumerable<Naming> NamedHere(LogTransaction transaction, ActivityIndex index, string initiative, string id)
    {
        var name = $"{initiative}/{id}";
        return index.Named(name, null).Where(naming => naming.To == name
            && transaction.Find(new DocumentKey(naming.From.Initiative, naming.Kind, naming.From.Id))?.Writer == transaction.Node);
    }
}
