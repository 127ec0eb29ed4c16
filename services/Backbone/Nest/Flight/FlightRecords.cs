using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Nest.Flight;

/// <summary>What is kept of how initiatives grow.</summary>
internal sealed class FlightRecords : IKinds
{
    public FlightRecords(TimeProvider time)
    {
        NestPhaseKind phase = new(time);
        HandOverPlanKind plan = new(time);
        ReadinessKind readiness = new(time);
        PracticeCellKind cell = new(time, Sharing.Shared), ownCell = new(time, Sharing.Kept);
        Kinds = [phase, plan, readiness, cell, ownCell];
        Phases = new RecordSet<NestPhase>("phase", phase, field: "");
        Plans = new RecordSet<PlannedHandOver>("plan", plan);
        Readiness = new RecordSet<ReadinessRecord>("readiness", readiness, field: "");
        Cells = new RecordSet<PracticeCell>("cell", cell, ownCell);
    }

    public IReadOnlyList<IKind> Kinds { get; }

    public RecordSet<NestPhase> Phases { get; }

    public RecordSet<PlannedHandOver> Plans { get; }

    public RecordSet<ReadinessRecord> Readiness { get; }

    public RecordSet<PracticeCell> Cells { get; }
}
