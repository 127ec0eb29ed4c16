using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Agenda;

/// <summary>What ratifiers answer: recorded, and listed.</summary>
internal sealed class Ratifying(AgendaRecords records)
{
    public Ratification Ratify(LogTransaction transaction, long epoch, RatifyRequest request)
    {
        var agenda = StandingAgenda.Of(transaction, request.Initiative);
        var version = AgendaReading.Version(agenda, request.Initiative, request.Version, "version");
        if (version.Ratifiers.FirstOrDefault(ratifier => ratifier.Partner == request.Ratifier) is not { } asked)
        {
            CallFault.NotFound(
                "ratifier", $"`{Check.Shown(request.Ratifier)}` is none of those that version {version.Version} of {request.Initiative} asks to ratify it").Throw();
            return null;
        }

        var said = new Ratification { Version = version.Version, Ratifier = asked.Partner, Fingerprint = version.Fingerprint, Answers = { request.Answers } };
        records.Ratifications.Fault(said)?.Throw();
        for (var i = 0; i < said.Answers.Count; i++)
            if (version.Find(said.Answers[i].Clause) is null)
                CallFault.NotFound($"answers[{i}].clause", $"version {version.Version} of {request.Initiative} has no clause `{said.Answers[i].Clause}`").Throw();
        if (agenda.InForce is { } inForce && inForce.Version > version.Version)
            CallFault.Precondition("version", $"version {inForce.Version} of {request.Initiative} is in force by now, and {version.Version} is no longer ratified").Throw();
        var (id, revision) = (RatificationKind.IdOf(version.Version, asked.Partner), request.Revision);
        // What was said to other words under the number is not shown, and need not be read to be replaced.
        if (revision.Length == 0 && records.Ratifications.Find(transaction.Find, request.Initiative, id) is { } former && former.Record.Fingerprint != version.Fingerprint)
            revision = former.Revision;
        return Show(version, asked, records.Ratifications.Save(transaction, request.Initiative, id, epoch, said, revision));
    }

    public ListRatificationsResponse List(LogReader reader, ListRatificationsRequest request, int size)
    {
        var agenda = StandingAgenda.Of(reader, request.Initiative);
        var version = AgendaReading.Version(agenda, request.Initiative, request.Version == 0 ? agenda.Latest : request.Version, "version");
        if (request.Clause.Length > 0 && version.Find(request.Clause) is null)
            CallFault.NotFound("clause", $"version {version.Version} of {request.Initiative} has no clause `{Check.Shown(request.Clause)}`").Throw();
        if (request.Ratifier.Length > 0 && version.Ratifiers.All(ratifier => ratifier.Partner != request.Ratifier))
            CallFault.NotFound("ratifier", $"`{Check.Shown(request.Ratifier)}` is none of those that version {version.Version} of {request.Initiative} asks to ratify it").Throw();
        var page = Page<Ratification>.Take(
            version.Ratifiers
                .Where(ratifier => (request.Ratifier.Length == 0 || ratifier.Partner == request.Ratifier)
                    && string.CompareOrdinal(ratifier.Partner, request.PageToken) > 0)
                .OrderBy(ratifier => ratifier.Partner, StringComparer.Ordinal)
                .Select(ratifier => (ratifier.Partner, Item: Show(version, ratifier, Said(reader, version, ratifier))))
                .Where(each => IsAskedFor(version, each.Item, request))
                .Select(each => (each.Partner, OfClause(each.Item, request.Clause))),
            size);
        return new ListRatificationsResponse { Ratifications = { page.Items }, NextPageToken = page.NextToken };
    }

    private Found<Ratification>? Said(LogReader reader, AgendaVersion version, Ratifier ratifier)
    {
        var found = records.Ratifications.Find(reader.Find, version.Initiative, RatificationKind.IdOf(version.Version, ratifier.Partner));
        return found?.Record.Fingerprint == version.Fingerprint ? found : null;
    }

    private static bool IsAskedFor(AgendaVersion version, Ratification said, ListRatificationsRequest request)
    {
        var answers = said.Answers.Where(answer => request.Clause.Length == 0 || answer.Clause == request.Clause).ToList();
        if (request.Unanswered) return answers.Count < (request.Clause.Length == 0 ? version.Clauses.Count : 1);
        return request.Answer == ClauseAnswer.Types.Answer.Unspecified || answers.Exists(answer => answer.Answer == request.Answer);
    }

    private static Ratification OfClause(Ratification said, string clause)
    {
        if (clause.Length == 0) return said;
        var shown = said.Clone();
        shown.Answers.Clear();
        shown.Answers.AddRange(said.Answers.Where(answer => answer.Clause == clause));
        return shown;
    }

    private static Ratification Show(AgendaVersion version, Ratifier ratifier, Found<Ratification>? found)
    {
        var shown = found?.Record.Clone() ?? new Ratification { Fingerprint = version.Fingerprint };
        (shown.Initiative, shown.Version, shown.Ratifier, shown.Name) = (version.Initiative, version.Version, ratifier.Partner, ratifier.Name);
        shown.Revision = found?.Revision ?? "";
        return shown;
    }
}
