using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Policies;

/// <summary>Reads the page of an initiative's advancing of policy.</summary>
internal sealed class PolicyReader(NestCalls calls, CallInvoker invoker, Writers writers)
{
    private const int OnPage = 100;
    private const int PositionsOfAsk = 50;
    private const int IndicatorsKnown = 500;

    private readonly Policy.PolicyClient _policy = new(invoker);
    private readonly CommonAgenda.CommonAgendaClient _agenda = new(invoker);

    public async Task<Answer<PolicyModel>> Read(string id, Edition edition, CancellationToken cancellationToken)
    {
        var answer = await calls.GetInitiative(id, cancellationToken);
        if (!answer.Has(out var initiative))
            return new(answer.Outcome, null, answer.Absence);
        var asking = calls.Ask(_policy.ListAsksAsync, new ListAsksRequest { Initiative = id, Below = true, PageSize = OnPage }, cancellationToken);
        var meeting = calls.Ask(_policy.ListBarriersAsync, new ListBarriersRequest { Initiative = id, PageSize = OnPage }, cancellationToken);
        var sharing = calls.Ask(_policy.ListCommonBarriersAsync, new ListCommonBarriersRequest { Initiative = id }, cancellationToken);
        var (mayAsk, mayTell) = (writers.Include(edition, id, Function.AdvancePolicy, cancellationToken), writers.Include(edition, id, null, cancellationToken));
        var asked = await asking;
        if (!asked.Has(out var asks))
            return new(asked.Outcome, null, asked.Absence);
        var own = await Task.WhenAll(asks.Asks.Where(ask => ask.Initiative == id).Select(ask => WithPositions(ask, cancellationToken)));
        var below = asks.Asks.Where(ask => ask.Initiative != id).ToList();
        var barriers = (await meeting).Value?.Barriers ?? [];
        var common = (await sharing).Value?.Groups ?? [];
        var names = await calls.NamesFor(
            [
                .. initiative.Alignments.Select(alignment => alignment.Parent),
                .. below.Select(ask => ask.Initiative),
                .. asks.Asks.SelectMany(ask => ask.MetBy?.Named.Concat(ask.MetBy.Places.Select(place => place.Place_)) ?? []),
                .. barriers.SelectMany(barrier => barrier.TakenUp).Select(taken => taken.Initiative),
                .. common.SelectMany(group => group.First).Select(named => named.Initiative),
            ],
            [initiative],
            cancellationToken);
        var subjects = await Subjects(id, common, cancellationToken);
        return new(Outcome.Given, new(initiative, own, below, barriers, common, subjects, await mayAsk, await mayTell, names), Absence.Unknown);
    }

    private async Task<AskWithPositions> WithPositions(PolicyAsk ask, CancellationToken cancellationToken) => new(
        ask,
        (await calls.Ask(
            _policy.ListPositionsAsync,
            new ListPositionsRequest { Initiative = ask.Initiative, Ask = ask.Ask, PageSize = PositionsOfAsk }, cancellationToken)).Value?.Positions ?? []);

    /// <summary>What the clauses and indicators are called that barriers have in common, by <c>initiative/id</c>.</summary>
    private async Task<IReadOnlyDictionary<string, Text>> Subjects(
        string id, IEnumerable<ListCommonBarriersResponse.Types.Group> common, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, Text>();
        var topics = common.Select(CommonTopic.Of).ToList();
        if (topics.Any(topic => topic.Kind == CommonTopic.Indicator))
            foreach (var indicator in (await calls.ListIndicators(id, IndicatorsKnown, after: "", cancellationToken)).Value?.Indicators ?? [])
                found[Links.KeyOf(indicator)] = indicator.Name;
        foreach (var agenda in topics.Where(topic => topic.Kind == CommonTopic.Clause).Select(topic => topic.Initiative).Distinct())
            foreach (var clause in (await calls.Ask(_agenda.GetAgendaAsync, new GetAgendaRequest { Initiative = agenda }, cancellationToken)).Value?.Clauses ?? [])
                found[$"{agenda}/{clause.Clause_}"] = clause.Text;
        return found;
    }
}
