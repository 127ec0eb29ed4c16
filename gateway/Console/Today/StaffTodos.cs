using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Today;

/// <summary>What waits for a backbone's staff: functions it is asked to hold, proposals to answer, and an exchange that does not go.</summary>
internal sealed class StaffTodos(NestCalls calls, CallInvoker invoker)
{
    private const int MostEntries = 200, MostMaps = 20, MostProposals = 20;

    private readonly Flight.FlightClient _flight = new(invoker);
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

    /// <summary>Functions that the initiative is asked to hold, by itself or for one below.</summary>
    private async Task<IEnumerable<Todo>> Asked(Edition edition, string id, CancellationToken cancellationToken)
    {
        // What is proposed shows in no other way than that nobody, or somebody else, holds it yet.
        var map = await calls.Ask(_flight.GetNestMapAsync, new GetNestMapRequest { Initiative = id, PageSize = MostEntries }, cancellationToken);
        var open = (map.Value?.Entries ?? []).Where(entry => entry.State == FunctionState.Types.State.Proposed || (entry.Writer.Length > 0 && entry.Writer != id))
            .Select(entry => entry.Initiative).Distinct().Take(MostMaps).ToList();
        var maps = await Task.WhenAll(open.Select(each => calls.GetFunctionMap(each, cancellationToken)));
        var names = await calls.NamesFor(open, [], cancellationToken);
        return
            from each in maps.Select(each => each.Value).OfType<FunctionMap>()
            from function in each.Functions
            where function.Proposed.Any(proposal => proposal.Holders.Contains(id) && proposal.By != id && !proposal.Accepted.Contains(id) && !proposal.Declined.Contains(id))
            select new Todo(
                edition.Words.WillYouHold(edition.Words.NameOf(function.Function), names.Of(each.Initiative, edition).Value),
                edition.Links.Holder(each.Initiative, function.Function));
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
