using CollectiveImpact.Console.Calls;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Agenda;

/// <summary>Reads the page of an initiative's common agenda.</summary>
internal sealed class AgendaReader(NestCalls calls, CallInvoker invoker)
{
    private const int RatifiersOnPage = 500;
    private const int AlignmentsOnPage = 200;

    private readonly CommonAgenda.CommonAgendaClient _agenda = new(invoker);

    public async Task<Answer<AgendaModel>> Read(string id, CancellationToken cancellationToken)
    {
        var answer = await calls.GetInitiative(id, cancellationToken);
        if (!answer.Has(out var initiative))
            return new(answer.Outcome, null, answer.Absence);
        var reading = calls.Ask(_agenda.GetAgendaAsync, new GetAgendaRequest { Initiative = id }, cancellationToken);
        var upwards = Aligned(id, ListClauseAlignmentsRequest.Types.Side.Upwards, cancellationToken);
        var downwards = Aligned(id, ListClauseAlignmentsRequest.Types.Side.Downwards, cancellationToken);
        var version = await reading;
        if (version.Outcome is Outcome.Unreachable or Outcome.Closed)
            return new(version.Outcome, null, version.Absence);
        var (standing, ratifications) = version.Has(out var known) ? await Ratified(id, known.Version, cancellationToken) : (null, []);
        var (above, below) = (await upwards, await downwards);
        var names = await calls.NamesFor(
            [
                .. initiative.Alignments.Select(alignment => alignment.Parent),
                .. above.Select(alignment => alignment.Parent),
                .. below.Select(alignment => alignment.Initiative),
            ],
            [initiative],
            cancellationToken);
        return new(Outcome.Given, new(initiative, version.Value, standing, ratifications, above, below, names), Absence.Unknown);
    }

    private async Task<(AgendaStanding?, IReadOnlyList<Ratification>)> Ratified(string id, int version, CancellationToken cancellationToken)
    {
        var standing = calls.Ask(_agenda.GetStandingAsync, new GetStandingRequest { Initiative = id, Version = version }, cancellationToken);
        var listed = await calls.Ask(
            _agenda.ListRatificationsAsync,
            new ListRatificationsRequest { Initiative = id, Version = version, PageSize = RatifiersOnPage },
            cancellationToken);
        return ((await standing).Value, listed.Value?.Ratifications ?? []);
    }

    // What can't be told of alignments leaves the agenda itself to be read.
    private async Task<IReadOnlyList<ClauseAlignment>> Aligned(
        string id, ListClauseAlignmentsRequest.Types.Side side, CancellationToken cancellationToken) =>
        (await calls.Ask(
            _agenda.ListClauseAlignmentsAsync,
            new ListClauseAlignmentsRequest { Initiative = id, Side = side, PageSize = AlignmentsOnPage },
            cancellationToken)).Value?.Alignments ?? [];
}
