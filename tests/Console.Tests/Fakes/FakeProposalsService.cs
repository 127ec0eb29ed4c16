using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Tests.Fakes;

/// <summary>Open proposals of a clause and of an indicator that were made to the initiative; and two that it made, the one declined and the other adapted.</summary>
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
        if (request.Side != ListProposalsRequest.Types.Side.Made)
        {
            var indicator = new Change { Indicator = new Indicator { Indicator_ = "rent", Name = new Text { En = "Rent <paid>", Fr = "Loyer payé" } } };
            var clause = new Change { Clause = new ChangedClause { Before = Clause("Homes for many."), After = Clause("Homes for <all>.") } };
            return Task.FromResult(new ListProposalsResponse
            {
                Proposals = { new ChangeProposal(proposal) { Change = indicator }, new ChangeProposal(proposal) { Proposal = "homes", Change = clause } },
            });
        }

        proposal.State = ChangeProposal.Types.State.Declined;
        proposal.Answer = new ProposalAnswer { State = proposal.State, Reason = new Text { En = "It is measured already." } };
        var adapted = new ChangeProposal(proposal) { Proposal = "rent-bank", State = ChangeProposal.Types.State.Adapted, Change = Activity("A rent bank") };
        adapted.Answer = new ProposalAnswer { State = adapted.State, Change = Activity("A rent bank in every city") };
        return Task.FromResult(new ListProposalsResponse { Proposals = { proposal, adapted } });
    }

    private static Clause Clause(string text) => new() { Clause_ = "homes", Number = "2.1", Kind = V1.Clause.Types.Kind.Goal, Text = new Text { En = text } };

    private static Change Activity(string name) => new()
    {
        Activity = new ChangedActivity { After = new Activity { Activity_ = "rent-bank", Name = new Text { En = name }, Status = V1.Activity.Types.Status.Planned } },
    };
}
