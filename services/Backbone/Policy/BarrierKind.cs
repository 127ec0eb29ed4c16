using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Policy;

/// <summary>A barrier, written by the host of the initiative that meets it: one that those above know too, or one that is known at its own node alone.</summary>
internal sealed class BarrierKind(TimeProvider time, Sharing sharing) : TwinKind<PolicyBarrier>(time, Kind, Travel.Up, sharing)
{
    public const string Kind = "barrier";

    private const int MostServed = 20, MostAlike = 100;

    private readonly TimeProvider _time = time;

    public override CallFault? Fault(PolicyBarrier record) =>
        Check.Name("title", record.Title)
        ?? Check.Required("effect", record.Effect)
        ?? Check.Distinct("clauses", record.Clauses, MostServed, RecordId.ReferenceFault)
        ?? Check.Distinct("indicators", record.Indicators, MostServed, RecordId.ReferenceFault)
        ?? Check.Distinct("like", record.Like, MostAlike, RecordId.ReferenceFault)
        ?? Check.Day("since", record.Since, out _)
        ?? Check.Known("naming", record.Naming)
        ?? (record.Secret.Length == BarrierMark.SecretLength ? null : CallFault.Invalid("secret", $"is {record.Secret.Length} bytes long; it has {BarrierMark.SecretLength}"));

    protected override IEnumerable<Reference> References(NodeStanding standing, Document document, PolicyBarrier record) =>
    [
        new(PolicyTopic.Barriers),
        .. record.Like.Count > 0 ? new[] { new Reference(PolicyTopic.Alike) } : [],
        .. record.Clauses.Select(clause => new Reference(PolicyTopic.Clause(clause))),
        .. record.Indicators.Select(indicator => new Reference(PolicyTopic.Indicator(indicator))),
    ];

    /// <summary>An ask that took it up follows what its initiative agrees to from now on.</summary>
    public override void Follow(LogTransaction transaction, Step step)
    {
        base.Follow(transaction, step);
        AskFace.FollowBarrier(transaction, step.After, new DocumentKey(step.Document.Content.Initiative, Kind, step.Document.Content.Id), _time);
    }
}
