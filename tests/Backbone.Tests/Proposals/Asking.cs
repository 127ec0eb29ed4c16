using CollectiveImpact.Backbone.Tests.Network;
using State = CollectiveImpact.V1.ChangeProposal.Types.State;

namespace CollectiveImpact.Backbone.Tests.Proposals;

/// <summary>What tests say to a node about proposals.</summary>
internal static class Asking
{
    public static async Task<ChangeProposal> Propose(this TestNode node, ChangeProposal proposal) =>
        await node.Proposals.ProposeAsync(new ProposeRequest { By = proposal.By, Proposal = proposal });

    public static async Task<ChangeProposal> Answer(this TestNode node, ChangeProposal proposal, State state, string reason = "", Change? change = null) =>
        await node.Proposals.AnswerProposalAsync(new AnswerProposalRequest
        {
            Initiative = proposal.Initiative,
            Function = proposal.Function,
            By = proposal.By,
            Proposal = proposal.Proposal,
            Revision = proposal.Revision,
            State = state,
            Reason = reason.Length > 0 ? new Text { En = reason } : null,
            Change = change,
        });

    /// <summary>A proposal as a node knows it.</summary>
    public static async Task<ChangeProposal> Known(this TestNode node, ChangeProposal proposal) =>
        await node.Proposals.GetProposalAsync(new GetProposalRequest { By = proposal.By, Proposal = proposal.Proposal });

    /// <summary>Waits until a node has heard of a proposal, or of its answer.</summary>
    public static Task<ChangeProposal> Heard(this TestNode node, ChangeProposal proposal, State state = State.Open) =>
        Words.Until(() => node.Known(proposal), known => known.State == state && known.Revision == proposal.Revision);
}
