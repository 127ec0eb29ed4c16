using CollectiveImpact.Console.Calls;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Proposals;

/// <summary>Reads the page of an initiative's proposals.</summary>
internal sealed class ProposalsReader(NestCalls calls, CallInvoker invoker)
{
    private const int ProposalsOnPage = 100;

    private readonly V1.Proposals.ProposalsClient _proposals = new(invoker);

    public async Task<Answer<ProposalsModel>> Read(string id, CancellationToken cancellationToken)
    {
        var answer = await calls.GetInitiative(id, cancellationToken);
        if (!answer.Has(out var initiative))
            return new(answer.Outcome, null, answer.Absence);
        var receiving = List(id, ListProposalsRequest.Types.Side.Received, cancellationToken);
        var making = List(id, ListProposalsRequest.Types.Side.Made, cancellationToken);
        var (received, made) = (await receiving, await making);
        if (!received.Has(out var toAnswer))
            return new(received.Outcome, null, received.Absence);
        if (!made.Has(out var asked))
            return new(made.Outcome, null, made.Absence);
        var names = await calls.NamesFor(
            [
                .. initiative.Alignments.Select(alignment => alignment.Parent),
                .. toAnswer.Proposals.Select(proposal => proposal.By),
                .. asked.Proposals.SelectMany(proposal => (string[])[proposal.Initiative, proposal.Holder]),
            ],
            [initiative],
            cancellationToken);
        return new(Outcome.Given, new(initiative, toAnswer.Proposals, asked.Proposals, names), Absence.Unknown);
    }

    private Task<Answer<ListProposalsResponse>> List(string id, ListProposalsRequest.Types.Side side, CancellationToken cancellationToken) =>
        calls.Ask(_proposals.ListProposalsAsync, new ListProposalsRequest { Initiative = id, Side = side, PageSize = ProposalsOnPage }, cancellationToken);
}
