using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
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
        return Mentions(start, Last(start))
            .Select(mention => (Mention: mention, Clause: mention.Target[start.Length..]))
            .Where(each => IsAskedFor(StateOf(each.Clause, each.Mention.Detail)))
            .Select(each => (
                $"{each.Clause}/{each.Mention.Initiative}/{each.Mention.Id}",
                ClauseAligning.Show(
                    records.Alignments.Get(reader.Find, each.Mention.Initiative, each.Mention.Id, "initiative"), DriftAt(each.Clause, each.Mention.Detail))));
    }

    private IEnumerable<Mention> Mentions(string start, Mention? last)
    {
        if (request.With.Length > 0)
            return ReferenceTable.From(reader, request.With, ClauseAlignmentKind.Kind, start + request.Clause)
                .Where(mention => (request.Clause.Length == 0 || mention.Target == start + request.Clause) && (last is null || Follows(mention, last)));
        var clauses = request.Clause.Length > 0 ? [start + request.Clause] : ReferenceTable.Targets(reader, start, last?.Target ?? "").Where(HasAskedFor);
        return clauses.Where(clause => last is null || string.CompareOrdinal(clause, last.Target) >= 0).SelectMany(clause => ReferenceTable.After(
            reader, clause, ClauseAlignmentKind.Kind, clause == last?.Target ? last.Initiative : "", clause == last?.Target ? last.Id : ""));

        // In which states alignments are follows from when they were judged: a clause of which none is asked for is passed over.
        bool HasAskedFor(string clause) => request.State == ClauseAlignment.Types.State.Unspecified
            || ReferenceTable.Details(reader, clause, ClauseAlignmentKind.Kind).Exists(detail => IsAskedFor(StateOf(clause[start.Length..], detail)));
    }

    /// <summary>The last mention of the page before, as the token tells it.</summary>
    private Mention? Last(string start)
    {
        if (request.PageToken.Length == 0) return null;
        if (request.PageToken.Split('/', 3) is [var clause, var initiative, var id]) return new Mention(start + clause, ClauseAlignmentKind.Kind, initiative, id, "");
        CallFault.Invalid("page_token", "is none that an answer gave; leave it empty for the first page").Throw();
        return null;
    }

    private static bool Follows(Mention mention, Mention last)
    {
        var order = string.CompareOrdinal(mention.Target, last.Target);
        if (order == 0) order = string.CompareOrdinal(mention.Initiative, last.Initiative);
        return order > 0 || (order == 0 && string.CompareOrdinal(mention.Id, last.Id) > 0);
    }

    private bool IsAskedFor(ClauseAlignment.Types.State state) => request.State == ClauseAlignment.Types.State.Unspecified
        ? state != ClauseAlignment.Types.State.LetGo
        : state == request.State;

    private ClauseAlignment.Types.Drift? DriftAt(string clause, string detail) =>
        VersionNumber.Read(detail) is { } judgedAt ? DriftOf(request.Initiative, clause, judgedAt) : null;

    private ClauseAlignment.Types.State StateOf(string clause, string detail) =>
        detail.Length == 0 ? ClauseAlignment.Types.State.LetGo
        : DriftAt(clause, detail) is not null ? ClauseAlignment.Types.State.Drifting
        : ClauseAlignment.Types.State.Aligned;

    private ClauseAlignment.Types.Drift? DriftOf(string parent, string clause, int judgedAt)
    {
        if (_drifts.TryGetValue((parent, clause, judgedAt), out var known)) return known;
        if (!_agendas.TryGetValue(parent, out var agenda)) _agendas.Add(parent, agenda = StandingAgenda.Of(reader, parent));
        return _drifts[(parent, clause, judgedAt)] = Drift.Of([.. agenda.PutInForceFrom(judgedAt)], judgedAt, clause);
    }
}
