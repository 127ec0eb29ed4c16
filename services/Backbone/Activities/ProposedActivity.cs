using CollectiveImpact.Backbone.Proposals;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Activities;

/// <summary>An activity that is saved when its proposal is accepted.</summary>
internal sealed class ProposedActivity(ActivityRecords records, ActivityWriting writing) : IProposable
{
    public Change.ChangeOneofCase Case => Change.ChangeOneofCase.Activity;

    public Function Function => Function.SupportAlignedActivities;

    public CallFault? Fault(string initiative, Change change)
    {
        var (before, after) = (change.Activity.Before, change.Activity.After);
        if (after is null) return CallFault.Invalid("activity.after", "is missing; say what the activity is to be");
        return Fault("activity.after", initiative, after)
            ?? (before is null ? null : Fault("activity.before", initiative, before)
                ?? (before.Activity_ == after.Activity_ ? null : CallFault.Invalid("activity.after.activity", $"is `{after.Activity_}`, and `{before.Activity_}` was read; an activity keeps its id"))
                ?? (Says(before, after) ? CallFault.Invalid("activity.after", "says what was read; say what is to change") : null));
    }

    public CallFault? Hindrance(LogTransaction transaction, NodeStanding standing, string initiative, Change change)
    {
        var (before, after) = (change.Activity.Before, change.Activity.After);
        var found = Find(transaction, initiative, after);
        // Revisions are counted at each node; what was read is told by its words.
        if (found is null ? before is not null : !IsRead(found, before) && !IsDone(found, after)) return MovedOn(initiative, before, found, after.Activity_);
        return writing.Fault(transaction, standing, ToSave(initiative, after, found))?.Within("activity.after");
    }

    public string Do(LogTransaction transaction, NodeStanding standing, long epoch, string initiative, Change change)
    {
        var after = change.Activity.After;
        writing.Save(transaction, standing, epoch, ToSave(initiative, after, Find(transaction, initiative, after)));
        return ActivityTopic.Activity($"{initiative}/{after.Activity_}");
    }

    private static CallFault? Fault(string field, string initiative, Activity activity) =>
        (Check.Same("initiative", activity.Initiative, initiative)
            ?? Check.Id("activity", activity.Activity_)
            ?? Check.KnownOrNone("sharing", activity.Sharing)
            ?? ActivityKind.Shape(activity))?.Within(field);

    private static CallFault MovedOn(string initiative, Activity? before, Found<Activity>? stands, string id) => (before, stands) switch
    {
        (null, _) => CallFault.Precondition("activity.after.activity", $"is `{id}`, and {initiative} has an activity of that id; adapt the proposal to what it says, or decline it"),
        (_, null) => CallFault.Precondition("activity.before", $"is activity `{id}`, and {initiative} has none that is known here; adapt the proposal to a new activity, or decline it"),
        _ => CallFault.Precondition("activity.before", $"is not what activity `{id}` of {initiative} says by now; adapt the proposal to what it says, or decline it"),
    };

    private static bool IsRead(Found<Activity> stands, Activity? before) => before is not null && ActivityWriting.Said(before).Equals(stands.Record);

    private static bool IsDone(Found<Activity> stands, Activity after) =>
        ActivityWriting.Said(after).Equals(stands.Record) && after.Sharing is var sharing && (sharing == Sharing.Unspecified || sharing == stands.Sharing);

    private static bool Says(Activity before, Activity after) =>
        ActivityWriting.Said(before).Equals(ActivityWriting.Said(after)) && (after.Sharing == Sharing.Unspecified || after.Sharing == before.Sharing);

    private static Activity ToSave(string initiative, Activity after, Found<Activity>? stands)
    {
        var activity = after.Clone();
        (activity.Initiative, activity.Revision) = (initiative, stands?.Revision ?? "");
        return activity;
    }

    private Found<Activity>? Find(LogTransaction transaction, string initiative, Activity activity) =>
        records.Activities.Find(transaction.Find, initiative, activity.Activity_);
}
