using CollectiveImpact.Backbone.Calls;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Nest.Flight;

/// <summary>A function that an initiative is to take over. The id is the function's name.</summary>
internal sealed class HandOverPlanKind(TimeProvider time) : RecordKind<PlannedHandOver>(time)
{
    public const string Kind = "hand-over-plan";

    /// <summary>Named by every plan, so that they can be gone through over the nest.</summary>
    public const string All = "hand-over-plans";

    public override string Name => Kind;

    public override Travel Travel => Travel.Line;

    /// <summary>The plans that an initiative is to judge.</summary>
    public static string JudgedBy(string judge) => $"judged-by {judge}";

    public override CallFault? Fault(PlannedHandOver record) =>
        Check.RequiredDay("day", record.Day) ?? Check.Required("ready_when", record.ReadyWhen) ?? Check.Id("judge", record.Judge);

    protected override IEnumerable<Reference> References(NodeStanding standing, Document document, PlannedHandOver record) =>
        [new Reference(All), new Reference(JudgedBy(record.Judge))];

    protected override string? Misplaced(Document document) => Functions.Parse(document.Id) is null ? $"`{Check.Shown(document.Id)}` is no function" : null;
}
