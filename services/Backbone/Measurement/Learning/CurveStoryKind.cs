using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Measurement.Learning;

/// <summary>What is behind a curve, what works, what was chosen, and what it did.</summary>
internal sealed class CurveStoryKind(TimeProvider time, Sharing sharing) : TwinKind<CurveStory>(time, Kind, Travel.Line, sharing)
{
    public const string Kind = "curve-story";

    private const int MostActions = 20;

    public override Function Function => Function.EstablishSharedMeasurement;

    public override CallFault? Fault(CurveStory record) =>
        RecordId.ReferenceFault("indicator", record.Indicator)
        ?? Check.Required("behind", record.Behind)
        ?? Check.Text("what_works", record.WhatWorks)
        ?? Check.Distinct("actions", record.Actions, MostActions, RecordId.ReferenceFault)
        ?? Check.Text("outcome", record.Outcome)
        ?? Check.RequiredDay("day", record.Day);

    protected override IEnumerable<Reference> References(NodeStanding standing, Document document, CurveStory record)
    {
        yield return new Reference(LearningTopic.Stories);
        yield return new Reference(LearningTopic.Story(record.Indicator));
        if (record.WhatWorks is not (null or { En: "", Fr: "" })) yield return new Reference(LearningTopic.WhatWorks);
    }
}
