using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Proposals;

/// <summary>What is kept of proposals.</summary>
internal sealed class ProposalRecords : IKinds
{
    public ProposalRecords(TimeProvider time)
    {
        var (proposed, answers) = (new ProposedKind(time), new AnswerKind(time));
        Kinds = [proposed, answers];
        Proposed = new RecordSet<ChangeProposal>("proposal", proposed);
        Answers = new RecordSet<ProposalAnswer>("answer", answers, field: "");
    }

    public IReadOnlyList<IKind> Kinds { get; }

    public RecordSet<ChangeProposal> Proposed { get; }

    public RecordSet<ProposalAnswer> Answers { get; }
}
