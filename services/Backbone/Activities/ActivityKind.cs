using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
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

    protected override string? Twin => sharing == Sharing.Kept ? Shared : Kept;

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

    protected override IEnumerable<Reference> References(NodeStanding standing, Document document, Activity record)
    {
        var mark = ActivityMark.Of(standing.Nest.Find(document.Initiative)?.Level ?? Level.Unspecified, record).Write();
        yield return new Reference(ActivityTopic.All, mark);
        foreach (var partner in record.Partners.Prepend(record.Lead)) yield return new Reference(ActivityTopic.Partner(partner), mark);
        // How many serve a clause or an indicator is kept counted, by level and status.
        var counted = mark[..ActivityMark.CountedLength];
        foreach (var clause in record.Clauses) yield return new Reference(ActivityTopic.Clause(clause), mark, counted);
        foreach (var indicator in record.Indicators) yield return new Reference(ActivityTopic.Indicator(indicator), mark, counted);
        foreach (var other in record.DependsOn.Union(record.Reinforces))
        {
            var how = !record.Reinforces.Contains(other) ? Depends : record.DependsOn.Contains(other) ? Both : Reinforces;
            yield return new Reference(ActivityTopic.Activity(other), $"{mark} {how}");
        }
    }

    private static CallFault? LeadTwice(Activity record)
    {
        var at = record.Partners.IndexOf(record.Lead);
        return at < 0 ? null : CallFault.Invalid($"partners[{at}]", $"`{record.Lead}` leads the activity; name here who takes part beside the lead");
    }
}
