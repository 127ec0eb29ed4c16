using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Agenda;

/// <summary>The alignments of one initiative's clauses, of either side, each with how it drifts.</summary>
internal sealed class ClauseAlignmentList(AgendaRecords records, LogReader reader, ListClauseAlignmentsRequest request)
{
    private readonly Dictionary<string, StandingAgenda> _agendas = [];
    private readonly Dictionary<(string Parent, string Clause, int JudgedAt), ClauseAlignment.Types.Drift?> _drifts = [];

    public ListClauseAlignmentsResponse Read(int size)
    {
        var page = Page<ClauseAlignment>.Take(request.Side == ListClauseAlignmentsRequest.Types.Side.Downwards ? Downwards() : Upwards(), size);
        return new ListClauseAlignmentsResponse { Alignments = { page.Items }, NextPageToken = page.NextToken };
    }

    private IEnumerable<(string Place, ClauseAlignment Alignment)> Upwards() => records.Alignments
        .Standing(reader, request.Initiative, request.PageToken, request.Clause.Length == 0 ? "" : $"{request.Clause}/")
        .Where(found => request.With.Length == 0 || found.Record.Parent == request.With)
        .Select(found => (found.Id, ClauseAligning.Show(found, DriftOf(found.Record.Parent, found.Record.ParentClause, found.Record.JudgedAt))))
        .Where(each => IsAskedFor(each.Item2.State));

    // Thousands may lie below: what names a clause is told by references, and only the page's documents are read.
    private IEnumerable<(string Place, ClauseAlignment Alignment)> Downwards()
    {
        var start = Topic.Of(ClauseAlignmentKind.ClauseTopic, request.Initiative, "");
        var mentions = request.Clause.Length == 0
            ? ReferenceTable.Beginning(reader, start, ClauseAlignmentKind.Kind)
            : ReferenceTable.Of(reader, start + request.Clause, ClauseAlignmentKind.Kind);
        return mentions
            .Where(mention => request.With.Length == 0 || mention.Initiative == request.With)
            .Select(mention => (Place: $"{mention.Target[start.Length..]}/{mention.Initiative}/{mention.Id}", Mention: mention, Clause: mention.Target[start.Length..]))
            .Where(each => string.CompareOrdinal(each.Place, request.PageToken) > 0)
            .Select(each => (each.Place, each.Mention, Drift: VersionNumber.Read(each.Mention.Detail) is { } judgedAt ? DriftOf(request.Initiative, each.Clause, judgedAt) : null))
            .Where(each => IsAskedFor(StateOf(each.Mention, each.Drift)))
            .OrderBy(each => each.Place, StringComparer.Ordinal)
            .Select(each => (each.Place, ClauseAligning.Show(records.Alignments.Get(reader.Find, each.Mention.Initiative, each.Mention.Id, "initiative"), each.Drift)));
    }

    private bool IsAskedFor(ClauseAlignment.Types.State state) => request.State == ClauseAlignment.Types.State.Unspecified
        ? state != ClauseAlignment.Types.State.LetGo
        : state == request.State;

    private static ClauseAlignment.Types.State StateOf(Mention mention, ClauseAlignment.Types.Drift? drift) =>
        mention.Detail.Length == 0 ? ClauseAlignment.Types.State.LetGo
        : drift is not null ? ClauseAlignment.Types.State.Drifting
        : ClauseAlignment.Types.State.Aligned;

    private ClauseAlignment.Types.Drift? DriftOf(string parent, string clause, int judgedAt)
    {
        if (_drifts.TryGetValue((parent, clause, judgedAt), out var known)) return known;
        if (!_agendas.TryGetValue(parent, out var agenda)) _agendas.Add(parent, agenda = StandingAgenda.Of(reader, parent));
        return _drifts[(parent, clause, judgedAt)] = Drift.Of([.. agenda.PutInForceFrom(judgedAt)], judgedAt, clause);
    }
}
