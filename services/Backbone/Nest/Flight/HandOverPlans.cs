using CollectiveImpact.Backbone.Calls;
using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Nest.Flight;

/// <summary>Planned hand-overs as they stand with who holds the function and with what the judge said, read at one moment.</summary>
internal sealed class HandOverPlans(FlightRecords records, Func<DocumentKey, StoredDocument?> find, NodeStanding standing, DateOnly today)
{
    public PlannedHandOver Show(Found<PlannedHandOver> found)
    {
        var (plan, function) = (found.Record.Clone(), Functions.Parse(found.Id)!.Value);
        (plan.Initiative, plan.Function, plan.Revision) = (found.Initiative, function, found.Revision);
        var said = records.Readiness.Find(find, plan.Judge, ReadinessKind.IdOf(found.Initiative, function))?.Record;
        if (said?.Revision == found.Revision) plan.Judgement = said.Judgement;
        plan.Holder = Holder(standing, found.Initiative, function, today);
        plan.State = plan.Holder == found.Initiative ? PlannedHandOver.Types.State.Done
            : plan.Judgement is { Ready: true } ? PlannedHandOver.Types.State.Ready
            : UtcDay.Read(plan.Day) < today ? PlannedHandOver.Types.State.Overdue
            : plan.Judgement is not null ? PlannedHandOver.Types.State.NotReady
            : PlannedHandOver.Types.State.Planned;
        return plan;
    }

    /// <summary>Who holds a function of an initiative today; empty where nobody does.</summary>
    public static string Holder(NodeStanding standing, string initiative, Function function, DateOnly today) =>
        standing.Charters.Tenures(initiative, function, today) is { IsOver: false, Current: { } current } ? current.Writer : "";
}
