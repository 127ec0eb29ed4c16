using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Support;

/// <summary>How an initiative judges support that it is given. Its id is the plan's name, `giver/plan`.</summary>
internal sealed class SupportJudgementKind(TimeProvider time, Sharing sharing) : TwinKind<SupportJudgement>(time, Kind, Travel.Up, sharing)
{
    public const string Kind = "support-judgement";

    public override CallFault? Fault(SupportJudgement record) =>
        Check.Known("helped", record.Helped)
        ?? Check.Text("what_helped", record.WhatHelped)
        ?? Check.Text("what_would_help", record.WhatWouldHelp)
        ?? Check.RequiredDay("day", record.Day);

    protected override IEnumerable<Reference> References(NodeStanding standing, Document document, SupportJudgement record) =>
        [new(SupportTopic.Judged(document.Id))];

    protected override string? Misplaced(Document document) => RecordId.ReferenceFault("id", document.Id)?.Text;
}
