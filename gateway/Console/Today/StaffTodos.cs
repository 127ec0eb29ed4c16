using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Today;

/// <summary>What waits for a backbone's staff: functions it is asked to hold, proposals to answer, and an exchange that does not go.</summary>
internal sealed class StaffTodos(NestCalls calls, CallInvoker invoker)
{
    private const int MostAsked = 50, MostProposals = 20;

    private readonly V1.Proposals.ProposalsClient _proposals = new(invoker);
    private readonly Nest.NestClient _nest = new(invoker);
    private readonly ExchangeHealth.ExchangeHealthClient _health = new(invoker);

    public async Task<IEnumerable<Todo>> Read(Edition edition, Initiative initiative, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(
            Asked(edition, initiative.Initiative_, cancellationToken),
            Proposed(edition, initiative.Initiative_, cancellationToken),
            Exchange(edition, initiative.Initiative_, cancellationToken));
        return found.SelectMany(each => each);
    }

    /// <summary>Functions of others that the initiative is asked to hold.</summary>
    private async Task<IEnumerable<Todo>> Asked(Edition edition, string id, CancellationToken cancellationToken)
    {
        var listed = await calls.ListHoldings(id, MostAsked, asked: true, cancellationToken);
        var asked = listed.Value?.Holdings ?? [];
        var names = await calls.NamesFor(asked.Select(holding => holding.Initiative).Distinct(), [], cancellationToken);
        return asked.Select(holding => new Todo(
            edition.Words.WillYouHold(edition.Words.NameOf(holding.Function.Function), names.Of(holding.Initiative, edition).Value),
            edition.Links.Holder(holding.Initiative, holding.Function.Function)));
    }

    private async Task<IEnumerable<Todo>> Proposed(Edition edition, string id, CancellationToken cancellationToken)
    {
        var listed = await calls.Ask(
            _proposals.ListProposalsAsync,
            new ListProposalsRequest { Initiative = id, Side = ListProposalsRequest.Types.Side.Received, Open = true, PageSize = MostProposals },
            cancellationToken);
        return (listed.Value?.Proposals ?? []).Select(proposal => new Todo(
            edition.Words.ProposalToAnswer(Localized.Of(proposal.Title, edition.Language, proposal.Proposal).Value),
            edition.Links.Side(id, Together.Side.Proposals),
            edition.Words.OpenFor(proposal.AgeDays)));
    }

    private async Task<IEnumerable<Todo>> Exchange(Edition edition, string id, CancellationToken cancellationToken)
    {
        List<Todo> found = [];
        var links = await calls.Ask(_nest.ListLinksAsync, new ListLinksRequest { Initiative = id }, cancellationToken);
        var broken = links.Value?.Links.Count(link => link.Phase is LinkState.Types.Phase.Waiting or LinkState.Types.Phase.Stopped) ?? 0;
        if (broken > 0)
            found.Add(new(edition.Words.LinksBroken(broken), edition.Links.Operate(id), IsLate: true));
        var refused = await calls.Ask(_health.ListRefusedDocumentsAsync, new ListRefusedDocumentsRequest { Initiative = id, PageSize = 100 }, cancellationToken);
        if (refused.Value?.Refusals.Count is > 0 and var count)
            found.Add(new(edition.Words.RefusedOn(count), edition.Links.Operate(id), IsLate: true));
        return found;
    }
}
