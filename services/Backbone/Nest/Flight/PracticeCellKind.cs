using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Nest.Flight;

/// <summary>How an initiative stands with one component in one phase of practice. The id is `phase/component`.</summary>
internal sealed class PracticeCellKind(TimeProvider time, Sharing sharing) : TwinKind<PracticeCell>(time, "practice-cell", Travel.Up, sharing)
{
    private static readonly Dictionary<PracticePhase, string> Phases = new()
    {
        [PracticePhase.AssessReadiness] = "1-assess-readiness",
        [PracticePhase.InitiateAction] = "2-initiate-action",
        [PracticePhase.OrganiseForImpact] = "3-organise-for-impact",
        [PracticePhase.BeginImplementation] = "4-begin-implementation",
        [PracticePhase.Sustain] = "5-sustain",
    };

    private static readonly Dictionary<PracticeComponent, string> Components = new()
    {
        [PracticeComponent.GovernanceAndInfrastructure] = "1-governance-and-infrastructure",
        [PracticeComponent.StrategicPlanning] = "2-strategic-planning",
        [PracticeComponent.CommunityInvolvement] = "3-community-involvement",
        [PracticeComponent.EvaluationAndImprovement] = "4-evaluation-and-improvement",
    };

    /// <summary>All cells, by phase and then by component.</summary>
    public static IEnumerable<(PracticePhase Phase, PracticeComponent Component)> All =>
        from phase in Phases.Keys from component in Components.Keys select (phase, component);

    public static string IdOf(PracticePhase phase, PracticeComponent component) => $"{Phases[phase]}/{Components[component]}";

    public override CallFault? Fault(PracticeCell record) =>
        Check.Known("state", record.State)
        ?? Check.Text("evidence", record.Evidence)
        ?? Check.Text("next", record.Next)
        ?? Check.Day("by_day", record.ByDay, out _);

    protected override string? Misplaced(Document document) =>
        All.Any(cell => IdOf(cell.Phase, cell.Component) == document.Id) ? null : $"`{Check.Shown(document.Id)}` is no phase and component";
}
