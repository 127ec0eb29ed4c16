using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Agenda;

/// <summary>The holder's working copy of an agenda: one document, which never leaves its node.</summary>
internal sealed class AgendaDraftKind(TimeProvider time) : RecordKind<AgendaDraft>(time)
{
    public const string Kind = "agenda-draft";

    /// <summary>The id of the one document.</summary>
    public const string Id = "draft";

    public override string Name => Kind;

    public override Travel Travel => Travel.Kept;

    public override Function Function => Function.GuideVisionAndStrategy;

    public override CallFault? Fault(AgendaDraft record) =>
        Check.Text("title", record.Title, Check.LongestName)
        ?? ClauseList.Fault(record.Clauses)
        ?? (record.Quorum is null ? null : ClauseList.Fault(record.Quorum));
}
