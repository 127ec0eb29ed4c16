using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Tests.Fakes;

/// <summary>An open proposal that was made to the initiative, and a declined one that it made.</summary>
internal sealed class FakeProposalsService(FakeNest nest) : V1.Proposals.ProposalsBase
{
    public override Task<ListProposalsResponse> ListProposals(ListProposalsRequest request, ServerCallContext context)
    {
        nest.Answering("ListProposals");
        var proposal = new ChangeProposal
        {
            By = "ca.on",
            Proposal = "rent",
            Initiative = "ca",
            Title = new Text { En = "Measure <rent>", Fr = "Mesurer le loyer" },
            State = ChangeProposal.Types.State.Open,
            AgeDays = 12,
            Holder = "ca",
        };
        if (request.Side == ListProposalsRequest.Types.Side.Made)
        {
            proposal.State = ChangeProposal.Types.State.Declined;
            proposal.Answer = new ProposalAnswer { State = proposal.State, Reason = new Text { En = "It is measured already." } };
        }

        return Task.FromResult(new ListProposalsResponse { Proposals = { proposal } });
    }
}
