using CollectiveImpact.Console.Calls;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Agenda;

/// <summary>Reads the page of an initiative's common agenda.</summary>
internal sealed class AgendaReader(NestCalls calls, CallInvoker invoker)
{
    private const int RatifiersOnPage = 500;
    private const int AlignmentsOnPage = 200;
    private const int VersionsOnPage = 1_000;

    private readonly CommonAgenda.CommonAgendaClient _agenda = new(invoker);

    /// <param name="id">Whose.</param>
    /// <param name="asked">Which version; 0 for the one in force, or put forward last.</param>
    /// <param name="cancellationToken">The reader leaves.</param>
    public async Task<Answer<AgendaModel>> Read(string id, int asked, CancellationToken cancellationToken)
    {
        var answer = await calls.GetInitiative(id, cancellationToken);
        if (!answer.Has(out var initiative))
            return new(answer.Outcome, null, answer.Absence);
        var reading = calls.Ask(_agenda.GetAgendaAsync, new GetAgendaRequest { Initiative = id, Version = asked }, cancellationToken);
        var listing = calls.Ask(_agenda.ListVersionsAsync, new ListVersionsRequest { Initiative = id, PageSize = VersionsOnPage }, cancellationToken);
        var writing = calls.WriterOf(id, Function.GuideVisionAndStrategy, cancellationToken);
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
        var versions = (await listing).Value?.Versions.Reverse() ?? [];
        return new(
            Outcome.Given, new(initiative, version.Value, standing, ratifications, above, below, [.. versions], await writing, names), Absence.Unknown);
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
