using CollectiveImpact.Backbone.Calls;
using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Proposals;

/// <summary>Writes of proposals and their answers. Each method runs within an operation on the log, and throws what is wrong.</summary>
internal sealed class Proposing(ProposalRecords records, IEnumerable<IProposable> proposables, TimeProvider time)
{
    public void Propose(LogTransaction transaction, NodeStanding standing, long epoch, ChangeProposal proposal)
    {
        var (by, id, revision) = (proposal.By, proposal.Proposal, proposal.Revision);
        CheckAddressee(standing, proposal);
        if (proposal.Change is { } change) Fault(proposal.Initiative, proposal.Function, change)?.Within("proposal.change").Throw();
        if (records.Proposed.Find(transaction.Find, by, id) is { } before)
        {
            if (before.Record.Initiative != proposal.Initiative || before.Record.Function != proposal.Function)
                CallFault.Precondition("proposal.initiative", "another initiative or function was asked; withdraw that proposal, and make a new one").Throw();
            CheckOpen(transaction, before);
        }

        records.Proposed.Save(
            transaction, by, id, epoch,
            new ChangeProposal
            {
                Initiative = proposal.Initiative,
                Function = proposal.Function,
                Title = proposal.Title,
                Reason = proposal.Reason,
                Change = proposal.Change,
                ProposedOn = records.Proposed.Find(transaction.Find, by, id)?.Record.ProposedOn ?? Today,
            },
            revision);
    }

    public void Withdraw(LogTransaction transaction, long epoch, WithdrawProposalRequest request)
    {
        CheckOpen(transaction, records.Proposed.Get(transaction.Find, request.By, request.Proposal, "proposal"));
        records.Proposed.Remove(transaction, request.By, request.Proposal, epoch, request.Revision, "proposal");
    }

    public void Answer(LogTransaction transaction, NodeStanding standing, long epoch, AnswerProposalRequest request)
    {
        var proposed = records.Proposed.Get(transaction.Find, request.By, request.Proposal, "proposal");
        if (proposed.Record.Initiative != request.Initiative || proposed.Record.Function != request.Function)
            CallFault.Invalid("proposal", $"is about {Functions.Words(proposed.Record.Function)} of {proposed.Record.Initiative}; name these").Throw();
        var id = AnswerKind.Id(request.Function, request.By, request.Proposal);
        var before = records.Answers.Find(transaction.Find, request.Initiative, id);
        if (before is not null && before.Document.IsTo(proposed.Document) && IsSaidAgain(before.Record, request)) return;
        CheckOpen(transaction, proposed);
        if (request.Revision != proposed.Revision)
            new CallFault(StatusCode.Aborted, "revision", $"is {Check.Shown(request.Revision)}, and the proposal stands at {proposed.Revision} by now; read it again before you answer").Throw();
        if (request.Change is not null && request.State != ChangeProposal.Types.State.Adapted)
            CallFault.Invalid("change", "goes with STATE_ADAPTED alone; what is accepted is done as it was proposed").Throw();
        var answer = new ProposalAnswer
        {
            State = request.State,
            Reason = request.Reason,
            Change = request.Change,
            AnsweredBy = standing.Charters.Tenures(request.Initiative, request.Function, time.Today()).Current!.Writer,
            AnsweredOn = Today,
            Revision = proposed.Revision,
        };
        // All is checked before anything is done.
        records.Answers.Fault(answer)?.Throw();
        if (request.State != ChangeProposal.Types.State.Declined && (request.State == ChangeProposal.Types.State.Adapted ? request.Change : proposed.Record.Change) is { } change)
            answer.Result = Do(transaction, standing, epoch, request, change);
        records.Answers.Save(transaction, request.Initiative, id, epoch, answer, before?.Revision ?? "");
    }

    private string Do(LogTransaction transaction, NodeStanding standing, long epoch, AnswerProposalRequest request, Change change)
    {
        Fault(request.Initiative, request.Function, change)?.Within("change").Throw();
        var proposable = Of(change)!;
        proposable.Hindrance(transaction, standing, request.Initiative, change)?.Within("change").Throw();
        return proposable.Do(transaction, standing, epoch, request.Initiative, change);
    }

    private string Today => time.Today().Written();

    private void CheckAddressee(NodeStanding standing, ChangeProposal proposal)
    {
        (Check.Id("proposal.initiative", proposal.Initiative) ?? Check.Known("proposal.function", proposal.Function))?.Throw();
        if (standing.Nest.Find(proposal.Initiative) is null) CallFault.UnknownInitiative("proposal.initiative", proposal.Initiative).Throw();
        var holder = standing.Charters.Tenures(proposal.Initiative, proposal.Function, time.Today()).Current?.Writer;
        if (holder == proposal.By)
            CallFault.Precondition(
                "proposal.function", $"{holder} holds {Functions.Words(proposal.Function)} for {proposal.Initiative} itself, and need not propose: do it", holder).Throw();
    }

    private void CheckOpen(LogTransaction transaction, Found<ChangeProposal> proposed)
    {
        var answer = records.Answers.Find(
            transaction.Find, proposed.Record.Initiative, AnswerKind.Id(proposed.Record.Function, proposed.Initiative, proposed.Id));
        if (answer is not null && answer.Document.IsTo(proposed.Document))
            CallFault.Precondition(
                "proposal", $"was answered on {answer.Record.AnsweredOn} by {answer.Record.AnsweredBy} ({answer.Record.State}); what was answered stays").Throw();
    }

    private static bool IsSaidAgain(ProposalAnswer answer, AnswerProposalRequest request) =>
        answer.State == request.State && Equals(answer.Reason, request.Reason) && Equals(answer.Change, request.Change);

    private CallFault? Fault(string initiative, Function function, Change change)
    {
        if (Of(change) is not { } proposable) return CallFault.Invalid("", "says nothing; leave it out, or say what is to be done");
        return proposable.Function == function
            ? proposable.Fault(initiative, change)
            : CallFault.Invalid("", $"needs {Functions.Words(proposable.Function)}, and the proposal is about {Functions.Words(function)}");
    }

    /// <summary>Null where nothing is to be done that this release knows.</summary>
    private IProposable? Of(Change change) => proposables.SingleOrDefault(each => each.Case == change.ChangeCase);
}
