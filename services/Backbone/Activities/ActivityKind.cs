using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Activities;

/// <summary>An activity: one that those above and below know too, or one that is known at its own node alone.</summary>
internal sealed class ActivityKind(TimeProvider time, Sharing sharing) : RecordKind<Activity>(time)
{
    public const string Shared = "activity", Kept = "activity-kept";

    /// <summary>What stands in a reference after the mark, when it is to another activity.</summary>
    public const char Depends = 'd', Reinforces = 'r', Both = 'b';

    private const int MostPartners = 100, MostServed = 20, MostNamed = 50;

    public override string Name => sharing == Sharing.Kept ? Kept : Shared;

    public override Travel Travel => sharing == Sharing.Kept ? Travel.Kept : Travel.Line;

    public override Function Function => Function.SupportAlignedActivities;

    public override CallFault? Fault(Activity record) => Shape(record);

    /// <summary>What is wrong with an activity by itself.</summary>
    public static CallFault? Shape(Activity record) =>
        Check.Name("name", record.Name)
        ?? Check.Text("description", record.Description)
        ?? Check.Id("lead", record.Lead)
        ?? Check.Distinct("partners", record.Partners, MostPartners, Check.Id)
        ?? LeadTwice(record)
        ?? Check.Distinct("clauses", record.Clauses, MostServed, RecordId.ReferenceFault)
        ?? Check.Distinct("indicators", record.Indicators, MostServed, RecordId.ReferenceFault)
        ?? Check.Days("from", record.From, "until", record.Until)
        ?? Check.Known("status", record.Status)
        ?? Check.Distinct("depends_on", record.DependsOn, MostNamed, RecordId.ReferenceFault)
        ?? Check.Distinct("reinforces", record.Reinforces, MostNamed, RecordId.ReferenceFault);

    /// <summary>
    /// An activity stands in one of two documents. The references are those of the one that stands, so that nothing is
    /// counted twice where a former holder kept what the present one shares.
    /// </summary>
    public override void Follow(LogTransaction transaction, Step step)
    {
        var (initiative, id) = (step.Document.Content.Initiative, step.Document.Content.Id);
        var (open, own) = (new DocumentKey(initiative, Shared, id), new DocumentKey(initiative, Kept, id));
        var stands = Standing(transaction, open) ?? Standing(transaction, own);
        List<Reference> references = stands is null
            ? []
            : [.. References(step.After.Nest.Find(initiative)?.Level ?? Level.Unspecified, Read(stands))];
        ReferenceTable.Replace(transaction, open, stands?.Key == open ? references : []);
        ReferenceTable.Replace(transaction, own, stands?.Key == own ? references : []);
    }

    private static StoredDocument? Standing(LogTransaction transaction, DocumentKey key) =>
        transaction.Find(key) is { Content.Deleted: false } document ? document : null;

    private static IEnumerable<Reference> References(Level level, Activity activity)
    {
        var mark = ActivityMark.Of(level, activity).Write();
        yield return new Reference(ActivityTopic.All, mark);
        foreach (var partner in activity.Partners.Prepend(activity.Lead)) yield return new Reference(ActivityTopic.Partner(partner), mark);
        foreach (var clause in activity.Clauses) yield return new Reference(ActivityTopic.Clause(clause), mark);
        foreach (var indicator in activity.Indicators) yield return new Reference(ActivityTopic.Indicator(indicator), mark);
        foreach (var other in activity.DependsOn.Union(activity.Reinforces))
        {
            var how = !activity.Reinforces.Contains(other) ? Depends : activity.DependsOn.Contains(other) ? Both : Reinforces;
            yield return new Reference(ActivityTopic.Activity(other), $"{mark} {how}");
        }
    }

    private static CallFault? LeadTwice(Activity record)
    {
        var at = record.Partners.IndexOf(record.Lead);
        return at < 0 ? null : CallFault.Invalid($"partners[{at}]", $"`{record.Lead}` leads the activity; name here who takes part beside the lead");
    }
}
