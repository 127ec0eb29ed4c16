using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Today;

/// <summary>What of the common agenda waits: versions to ratify, and alignments that drift.</summary>
internal sealed class AgendaTodos(NestCalls calls, CallInvoker invoker)
{
    private const int MostDrifting = 100;

    private readonly CommonAgenda.CommonAgendaClient _agenda = new(invoker);

    /// <param name="edition">The page's.</param>
    /// <param name="id">Of which initiative.</param>
    /// <param name="role">What whoever asks is there.</param>
    /// <param name="partner">For which partner the person acts; empty where for none.</param>
    /// <param name="cancellationToken">The reader leaves.</param>
    public async Task<IEnumerable<Todo>> Read(Edition edition, string id, Role role, string partner, CancellationToken cancellationToken)
    {
        List<Todo> found = [];
        var standing = await calls.Ask(_agenda.GetStandingAsync, new GetStandingRequest { Initiative = id }, cancellationToken);
        if (standing.Has(out var open) && open.State == AgendaVersion.Types.State.PutForward)
        {
            if (role >= Role.Staff && open.Answered < open.Ratifiers)
                found.Add(new(
                    edition.Words.WaitsForRatifiers(open.Version), edition.Links.Side(id, Together.Side.Agenda), edition.Words.HaveAnswered(open.Answered, open.Ratifiers)));
            if (partner.Length > 0 && await IsAsked(id, open.Version, partner, cancellationToken))
                found.Add(new(edition.Words.YoursToRatify(open.Version), edition.Links.Ratify(id, open.Version, partner)));
        }

        if (role < Role.Staff)
            return found;
        var listed = await calls.Ask(
            _agenda.ListClauseAlignmentsAsync,
            new ListClauseAlignmentsRequest { Initiative = id, State = ClauseAlignment.Types.State.Drifting, PageSize = MostDrifting },
            cancellationToken);
        if (listed.Value?.Alignments.Count is > 0 and var drifting)
            found.Add(new(edition.Words.DriftToAnswer(drifting), edition.Links.Alignments(id)));
        return found;
    }

    /// <summary>Whether a partner has yet to answer some of a version.</summary>
    private async Task<bool> IsAsked(string id, int version, string partner, CancellationToken cancellationToken) =>
        (await calls.Ask(
            _agenda.ListRatificationsAsync,
            new ListRatificationsRequest { Initiative = id, Version = version, Ratifier = partner, Unanswered = true },
            cancellationToken)).Value?.Ratifications.Count > 0;
}
