using CollectiveImpact.Backbone.Calls;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Proposals;

/// <summary>What the holder of a function answered. Of the initiative that the proposal is about: `function/by/proposal`.</summary>
internal sealed class AnswerKind(TimeProvider time) : RecordKind<ProposalAnswer>(time)
{
    public const string Kind = "change-answer";

    public override string Name => Kind;

    public override Travel Travel => Travel.Network;

    public static string Id(Function function, string by, string proposal) => $"{Functions.Name(function)}/{by}/{proposal}";

    public override CallFault? Fault(ProposalAnswer record) =>
        (record.State is ChangeProposal.Types.State.Accepted or ChangeProposal.Types.State.Adapted or ChangeProposal.Types.State.Declined
            ? null
            : CallFault.Invalid("state", "is missing or no answer; give STATE_ACCEPTED, STATE_ADAPTED or STATE_DECLINED"))
        ?? (record.State != ChangeProposal.Types.State.Accepted && record.Reason is null or { En: "", Fr: "" }
            ? CallFault.Invalid("reason", "is missing; say why it is not accepted as it is")
            : null)
        ?? Check.Text("reason", record.Reason);

    public override void Follow(LogTransaction transaction, Step step)
    {
        if (step.Document.Content.Id.Split('/') is [_, var by, var proposal]) OpenProposals.Note(transaction, by, proposal);
    }

    protected override Function FunctionOf(string id) => Functions.Parse(id.Split('/')[0]) ?? Function.GuideVisionAndStrategy;
}
