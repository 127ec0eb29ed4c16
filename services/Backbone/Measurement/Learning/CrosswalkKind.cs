using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Measurement.Learning;

/// <summary>How an indicator of an initiative stands to one that a level above defines.</summary>
internal sealed class CrosswalkKind(TimeProvider time, Sharing sharing) : TwinKind<Crosswalk>(time, Kind, Travel.Line, sharing)
{
    public const string Kind = "crosswalk";

    public override Function Function => Function.EstablishSharedMeasurement;

    public override CallFault? Fault(Crosswalk record) =>
        RecordId.ReferenceFault("local", record.Local)
        ?? RecordId.ReferenceFault("core", record.Core)
        ?? Check.Known("comparability", record.Comparability)
        ?? (record.Comparability == Crosswalk.Types.Comparability.Same ? Check.Text("differences", record.Differences) : Check.Required("differences", record.Differences));

    protected override IEnumerable<Reference> References(NodeStanding standing, Document document, Crosswalk record)
    {
        yield return new Reference(LearningTopic.Crosswalks);
        yield return new Reference(LearningTopic.Crosswalk(record.Local));
        yield return new Reference(LearningTopic.Crosswalk(record.Core));
        if (record.Comparability != Crosswalk.Types.Comparability.Same) yield return new Reference(LearningTopic.Incomparable);
    }
}
