using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Proposals;

/// <summary>What initiatives ask of the holders of functions, and what these answer.</summary>
internal sealed class ProposalsService(ProposalRecords records, Proposing proposing, RecordCalls calls, TimeProvider time) : V1.Proposals.ProposalsBase
{
    public override Task<ChangeProposal> Propose(ProposeRequest request, ServerCallContext context)
    {
        var proposal = request.Proposal?.Clone() ?? new ChangeProposal();
        Check.Same("proposal.by", proposal.By, request.By)?.Throw();
        proposal.By = request.By;
        return calls.WriteAsync(
            records.Proposed, proposal.By, "",
            (transaction, epoch) =>
            {
                proposing.Propose(transaction, calls.Working, epoch, proposal);
                return Show(transaction.Find, calls.Working, proposal.By, proposal.Proposal)!;
            },
            context);
    }

    public override Task<WithdrawProposalResponse> WithdrawProposal(WithdrawProposalRequest request, ServerCallContext context) => calls.WriteAsync(
        records.Proposed, request.By, "",
        (transaction, epoch) =>
        {
            proposing.Withdraw(transaction, epoch, request);
            return new WithdrawProposalResponse();
        },
        context);

    public override Task<ChangeProposal> AnswerProposal(AnswerProposalRequest request, ServerCallContext context)
    {
        (Check.Id("initiative", request.Initiative) ?? Check.Known("function", request.Function) ?? Check.Id("by", request.By))?.Throw();
        return calls.WriteAsync(
            request.Function, request.Initiative, "",
            (transaction, epoch) =>
            {
                proposing.Answer(transaction, calls.Working, epoch, request);
                return Show(transaction.Find, calls.Working, request.By, request.Proposal)!;
            },
            context);
    }

    public override Task<ChangeProposal> GetProposal(GetProposalRequest request, ServerCallContext context)
    {
        Check.Id("by", request.By)?.Throw();
        return Task.FromResult(calls.Read(request.By, (reader, standing) =>
        {
            if (Show(reader.Find, standing, request.By, request.Proposal) is { } proposal) return proposal;
            records.Proposed.Missing(request.By, request.Proposal, "proposal").Throw();
            return null!;
        }));
    }

    public override Task<ListProposalsResponse> ListProposals(ListProposalsRequest request, ServerCallContext context)
    {
        var size = Page<ChangeProposal>.Size(request.PageSize);
        (Check.KnownOrNone("function", request.Function) ?? Check.KnownOrNone("side", request.Side))?.Throw();
        return Task.FromResult(calls.Read(request.Initiative, (reader, standing) =>
        {
            var page = Page<ChangeProposal>.Take(
                Asked(reader, standing, request)
                    .Select(mention => (Place: $"{mention.Detail}/{mention.Initiative}/{mention.Id}", mention.Initiative, mention.Id))
                    .OrderBy(each => each.Place, StringComparer.Ordinal)
                    .Where(each => string.CompareOrdinal(each.Place, request.PageToken) > 0)
                    .Select(each => (each.Place, Show(reader.Find, standing, each.Initiative, each.Id)!)),
                size);
            return new ListProposalsResponse { Proposals = { page.Items }, NextPageToken = page.NextToken };
        }));
    }

    private IEnumerable<Mention> Asked(LogReader reader, NodeStanding standing, ListProposalsRequest request)
    {
        Dictionary<(string, Function), string> holders = [];
        foreach (var (initiative, function, mention) in OpenProposals.All(reader, request.Open))
        {
            if (request.Function != Function.Unspecified && function != request.Function) continue;
            var made = mention.Initiative == request.Initiative;
            var received = initiative == request.Initiative || HolderOf(initiative, function) == request.Initiative;
            if (request.Side switch
            {
                ListProposalsRequest.Types.Side.Made => made,
                ListProposalsRequest.Types.Side.Received => received,
                _ => made || received,
            })
                yield return mention;
        }

        string HolderOf(string initiative, Function function)
        {
            if (!holders.TryGetValue((initiative, function), out var holder)) holders.Add((initiative, function), holder = Holder(standing, initiative, function));
            return holder;
        }
    }

    private string Holder(NodeStanding standing, string initiative, Function function)
    {
        var current = standing.Charters.Tenures(initiative, function, time.Today()).Current;
        return current is null || current.Until < time.Today() ? "" : current.Writer;
    }

    private ChangeProposal? Show(Func<DocumentKey, StoredDocument?> find, NodeStanding standing, string by, string id)
    {
        if (records.Proposed.Find(find, by, id) is not { } found) return null;
        var proposal = found.Record.Clone();
        var answer = records.Answers.Find(find, proposal.Initiative, AnswerKind.Id(proposal.Function, by, id));
        var isAnswered = answer is not null && answer.Document.IsTo(found.Document);
        (proposal.By, proposal.Proposal, proposal.Revision) = (by, id, found.Revision);
        proposal.State = isAnswered ? answer!.Record.State : ChangeProposal.Types.State.Open;
        proposal.AgeDays = time.Today().DayNumber - UtcDay.Read(proposal.ProposedOn)!.Value.DayNumber;
        proposal.Holder = Holder(standing, proposal.Initiative, proposal.Function);
        if (isAnswered) proposal.Answer = answer!.Record;
        return proposal;
    }
}
