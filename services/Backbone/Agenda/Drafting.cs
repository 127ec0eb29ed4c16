using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Partners;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Agenda;

/// <summary>The draft, and how it becomes a version.</summary>
internal sealed class Drafting(AgendaRecords records, PartnerRecords partners, RecordCalls calls, TimeProvider time)
{
    public AgendaDraft Save(LogTransaction transaction, long epoch, SaveAgendaDraftRequest request)
    {
        var draft = request.Draft?.Clone() ?? new AgendaDraft();
        (draft.Initiative, draft.Revision) = ("", "");
        return Show(records.Drafts.Save(transaction, request.Initiative, AgendaDraftKind.Id, epoch, draft, request.Revision));
    }

    public AgendaDraft Get(LogReader reader, string initiative, string field = "initiative") =>
        Show(records.Drafts.Get(reader.Find, initiative, AgendaDraftKind.Id, field));

    /// <summary>What is wrong with a draft by itself.</summary>
    public CallFault? Fault(AgendaDraft draft) => records.Drafts.Fault(draft);

    /// <summary>The draft; where this node keeps none, one as the agenda reads: in force, or else as it was put forward last.</summary>
    public AgendaDraft Begun(LogTransaction transaction, string initiative)
    {
        if (records.Drafts.Find(transaction.Find, initiative, AgendaDraftKind.Id) is { } found) return Show(found);
        var agenda = StandingAgenda.Of(transaction, initiative);
        return (agenda.InForce ?? agenda.At(agenda.Latest)) is { } version
            ? new AgendaDraft { Title = version.Title, Clauses = { version.Clauses }, Quorum = version.Quorum }
            : new AgendaDraft();
    }

    public AgendaVersion PutForward(LogTransaction transaction, long epoch, PutForwardRequest request)
    {
        var draft = records.Drafts.Get(transaction.Find, request.Initiative, AgendaDraftKind.Id, "initiative");
        if (request.Revision != draft.Revision)
        {
            new CallFault(
                StatusCode.Aborted, "revision",
                $"is {Check.Shown(request.Revision)}, and the draft of {request.Initiative} stands at {draft.Revision} by now; read it again, and put forward what it says").Throw();
        }

        var version = new AgendaVersion
        {
            Title = draft.Record.Title,
            Clauses = { draft.Record.Clauses },
            Quorum = draft.Record.Quorum,
            Ratifiers = { request.Ratifiers },
            PutForward = time.Today().Written(),
        };
        CheckRatifiers(transaction, request.Initiative, version);
        records.Versions.Fault(version)?.Within("draft").Throw();
        var agenda = StandingAgenda.Of(transaction, request.Initiative);
        if (agenda.At(agenda.Latest) is { } latest && SayTheSame(latest, version)) return agenda.Show(latest);
        if (agenda.Latest == VersionNumber.Largest)
            CallFault.Precondition("initiative", $"{request.Initiative} has put forward {VersionNumber.Largest} versions, and there is no number for another").Throw();
        var number = agenda.Latest + 1;
        records.Versions.Save(transaction, request.Initiative, VersionNumber.Id(number), epoch, version, "");
        var after = StandingAgenda.Of(transaction, request.Initiative);
        return after.Show(after.At(number)!);
    }

    // Another node's partners are not all known here: a kept one is known at its own alone.
    private void CheckRatifiers(LogTransaction transaction, string initiative, AgendaVersion version)
    {
        AgendaVersionKind.RatifiersFault(version)?.Throw();
        if (!calls.Working.Hosts(initiative)) return;
        for (var i = 0; i < version.Ratifiers.Count; i++)
            if (partners.Partners.Find(transaction.Find, initiative, version.Ratifiers[i].Partner) is null)
                partners.Partners.Missing(initiative, version.Ratifiers[i].Partner, $"ratifiers[{i}].partner").Throw();
    }

    private static bool SayTheSame(AgendaVersion one, AgendaVersion other) =>
        Equals(one.Title, other.Title) && Equals(one.Quorum, other.Quorum) && one.Clauses.Equals(other.Clauses) && one.Ratifiers.Equals(other.Ratifiers);

    private static AgendaDraft Show(Found<AgendaDraft> found)
    {
        var draft = found.Record.Clone();
        (draft.Initiative, draft.Revision) = (found.Initiative, found.Revision);
        return draft;
    }
}
