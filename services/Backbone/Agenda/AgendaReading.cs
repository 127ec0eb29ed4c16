using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Agenda;

/// <summary>Agendas as they are read: versions, how they stand, and how they differ.</summary>
internal sealed class AgendaReading(AgendaRecords records, Drafting drafting)
{
    /// <exception cref="Grpc.Core.RpcException">There is no such version.</exception>
    public static AgendaVersion Version(StandingAgenda agenda, string initiative, int number, string field)
    {
        if (agenda.At(number) is { } version) return version;
        CallFault.NotFound(field, agenda.Latest == 0
            ? $"{initiative} has put no agenda forward that is known here"
            : $"{initiative} has no version {number} of its agenda that is known here; the last is {agenda.Latest}").Throw();
        return null;
    }

    public AgendaVersion Get(LogReader reader, string initiative, int number)
    {
        var agenda = StandingAgenda.Of(reader, initiative);
        return agenda.Show(Version(agenda, initiative, number == 0 ? agenda.InForce?.Version ?? agenda.Latest : number, "version"));
    }

    public ListVersionsResponse List(LogReader reader, ListVersionsRequest request, int size)
    {
        var agenda = StandingAgenda.Of(reader, request.Initiative);
        var page = Page<VersionSummary>.Take(
            Enumerable.Range(1, agenda.Latest)
                .Where(number => string.CompareOrdinal(VersionNumber.Id(number), request.PageToken) > 0)
                .Select(agenda.At).OfType<AgendaVersion>()
                .Where(version => request.State == AgendaVersion.Types.State.Unspecified || agenda.StateOf(version) == request.State)
                .Select(version => (VersionNumber.Id(version.Version), Summary(reader, agenda, version))),
            size);
        return new ListVersionsResponse { Versions = { page.Items }, NextPageToken = page.NextToken };
    }

    public AgendaStanding Standing(LogReader reader, string initiative, int number)
    {
        var agenda = StandingAgenda.Of(reader, initiative);
        var version = Version(agenda, initiative, number == 0 ? agenda.Latest : number, "version");
        var standing = Count(reader, version);
        standing.State = agenda.StateOf(version);
        return standing;
    }

    public AgendaComparison Compare(LogReader reader, CompareVersionsRequest request)
    {
        var agenda = StandingAgenda.Of(reader, request.Initiative);
        var (from, to) = (Side(reader, agenda, request.Initiative, request.From, "from"), Side(reader, agenda, request.Initiative, request.To, "to"));
        return new AgendaComparison
        {
            Initiative = request.Initiative,
            From = request.From,
            To = request.To,
            Changes = { Comparison.Of(from.Clauses, to.Clauses).Where(change => request.Unchanged || change.Change != ClauseChange.Types.Change.Unchanged) },
            TitleFrom = from.Title,
            TitleTo = to.Title,
            QuorumFrom = from.Quorum,
            QuorumTo = to.Quorum,
        };
    }

    private AgendaStanding Count(LogReader reader, AgendaVersion version) => QuorumCount.Of(
        version, records.Ratifications.Standing(reader, version.Initiative, prefix: RatificationKind.IdOf(version.Version, "")).Select(found => found.Record));

    // Whoever answered as many clauses as there are answered each: the node that records answers takes none to another clause, and none twice.
    private int Answered(LogReader reader, AgendaVersion version)
    {
        var said = ReferenceTable.Of(reader, RatificationKind.TopicOf(version.Initiative, version.Version), RatificationKind.Kind);
        // What was written before fingerprints stood beside it has to be read.
        if (said.Exists(mention => !mention.Detail.Contains(' '))) return Count(reader, version).Answered;
        var whole = RatificationKind.DetailOf(version.Clauses.Count, version.Fingerprint);
        var asked = version.Ratifiers.Select(ratifier => RatificationKind.IdOf(version.Version, ratifier.Partner)).ToHashSet();
        return said.Count(mention => mention.Detail == whole && asked.Contains(mention.Id));
    }

    private AgendaDraft Side(LogReader reader, StandingAgenda agenda, string initiative, int number, string field)
    {
        if (number == 0) return drafting.Get(reader, initiative, field);
        var version = Version(agenda, initiative, number, field);
        return new AgendaDraft { Title = version.Title, Clauses = { version.Clauses }, Quorum = version.Quorum };
    }

    private VersionSummary Summary(LogReader reader, StandingAgenda agenda, AgendaVersion version) => new()
    {
        Version = version.Version,
        Title = version.Title,
        State = agenda.StateOf(version),
        PutForward = version.PutForward,
        InForce = version.InForce,
        Quorum = version.Quorum,
        Clauses = version.Clauses.Count,
        Ratifiers = version.Ratifiers.Count,
        Answered = Answered(reader, version),
    };
}
