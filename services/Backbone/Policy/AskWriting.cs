using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Communication;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using static CollectiveImpact.V1.PolicyAsk.Types;

namespace CollectiveImpact.Backbone.Policy;

/// <summary>Writes asks, with what they stand on and what those below are told of it. That this node may is settled before.</summary>
internal sealed class AskWriting(PolicyRecords records, CommunicationRecords communication, Served served, TimeProvider time)
{
    public Found<PolicyAsk> Save(LogTransaction transaction, NodeStanding standing, string initiative, long epoch, PolicyAsk ask)
    {
        var (id, former) = (ask.Ask, records.Asks.Find(transaction.Find, initiative, ask.Ask));
        var grounds = records.Grounds.Find(transaction.Find, initiative, id);
        var sharing = ask.Sharing == Sharing.Unspecified ? former?.Sharing ?? Sharing.Kept : ask.Sharing;
        (Check.Known("sharing", sharing)
            ?? Check.Id("ask", id)
            ?? AskKind.Shape(ask)
            ?? served.Fault(transaction.Find, standing, initiative, ask.Clauses, former?.Record.Clauses ?? [], ask.Indicators, former?.Record.Indicators ?? [])
            ?? GroundsFault(transaction, standing, initiative, ask, grounds?.Record ?? new AskGroundsRecord())
            ?? (sharing == Sharing.Kept && former?.Sharing == Sharing.Shared ? KeepFault(transaction, initiative, former) : null))?.Within("ask").Throw();
        var payload = new PolicyAsk
        {
            Title = ask.Title,
            Asked = ask.Asked,
            Body = ask.Body,
            Instrument = ask.Instrument,
            Indicators = { ask.Indicators },
            Clauses = { ask.Clauses },
            Moves = { former?.Record.Moves ?? [new Move { To = Stage.Drafted, Day = time.Today().Written() }] },
            Answer = former?.Record.Answer,
        };
        var saved = records.Asks.Save(transaction, initiative, id, epoch, payload, ask.Revision, sharing);
        records.Grounds.Save(
            transaction, initiative, id, epoch,
            new AskGroundsRecord
            {
                Barriers = { ask.Barriers.Order(StringComparer.Ordinal) },
                Stories = { ask.Stories.Order(StringComparer.Ordinal) },
            },
            grounds?.Revision ?? "", sharing);
        AskFace.Write(transaction, standing, initiative, id, epoch, time.Today());
        return saved;
    }

    public Found<PolicyAsk> Move(LogTransaction transaction, long epoch, MoveAskRequest request)
    {
        var former = records.Asks.Get(transaction.Find, request.Initiative, request.Ask, "ask");
        records.Asks.CheckRevision(transaction, request.Initiative, request.Ask, request.Revision);
        var (ask, today, day) = (former.Record, time.Today(), request.Day.Length == 0 ? time.Today().Written() : request.Day);
        (Check.KnownOrNone("to", request.To) ?? Check.PastDay("day", day, today) ?? Check.Text("note", request.Note))?.Throw();
        if (request.Answer is { } said)
        {
            var answer = new Answer { Text = said.Text, Day = said.Day.Length == 0 ? day : said.Day };
            (AskKind.AnswerFault("answer", answer) ?? Check.PastDay("answer.day", answer.Day, today)
                ?? (former.Sharing == Sharing.Kept || !AskStages.WasRaised(ask) ? CallFault.Precondition("answer", "was not raised yet; raise it before its answer is noted") : null))?.Throw();
            ask.Answer = answer;
        }

        if (request.To != Stage.Unspecified)
        {
            if (request.To == Stage.Raised && former.Sharing == Sharing.Kept)
                CallFault.Precondition("to", "is STAGE_RAISED, and the ask is kept; share it first (SaveAsk)").Throw();
            var move = new Move { To = request.To, Day = day, Note = request.Note };
            // What is written down after it was raised was drafted before that, too.
            if (ask.Moves is [var drafted] && string.CompareOrdinal(day, drafted.Day) < 0) drafted.Day = day;
            AskStages.Fault(ask.Moves[^1], move)?.Throw();
            ask.Moves.Add(move);
        }
        else if (request.Answer is null)
        {
            CallFault.Invalid("to", "is missing, and so is the answer; give the stage that it came to, what the body answered, or both").Throw();
        }

        return records.Asks.Save(transaction, request.Initiative, request.Ask, epoch, ask, request.Revision, former.Sharing);
    }

    public void Remove(LogTransaction transaction, NodeStanding standing, long epoch, RemoveAskRequest request)
    {
        var (initiative, id) = (request.Initiative, request.Ask);
        var ask = records.Asks.Get(transaction.Find, initiative, id, "ask");
        if (AskStages.WasRaised(ask.Record))
            CallFault.Precondition("ask", $"`{Check.Shown(id)}` was raised, and what was raised is not taken out; move it to STAGE_WITHDRAWN (MoveAsk)").Throw();
        records.Asks.Remove(transaction, initiative, id, epoch, request.Revision, "ask");
        if (records.Grounds.Find(transaction.Find, initiative, id) is { } grounds) records.Grounds.Remove(transaction, initiative, id, epoch, grounds.Revision, "ask");
        AskFace.Write(transaction, standing, initiative, id, epoch, time.Today());
        foreach (var position in Positions(transaction, initiative, id, AskPositionKind.Kind, TwinKind<AskPosition>.Kept(AskPositionKind.Kind)))
            records.Positions.Remove(transaction, initiative, position.Id, epoch, position.Revision, "position");
    }

    private CallFault? GroundsFault(LogTransaction transaction, NodeStanding standing, string initiative, PolicyAsk ask, AskGroundsRecord before) =>
        records.Grounds.Fault(new AskGroundsRecord { Barriers = { ask.Barriers }, Stories = { ask.Stories } })
        ?? Below("barriers", ask.Barriers, before.Barriers, standing, initiative, (field, owner, id) => records.Barriers.Find(transaction.Find, owner, id) switch
        {
            { Sharing: Sharing.Shared } => null,
            { } when standing.Hosts(owner) && owner == initiative => CallFault.Precondition(field, $"`{owner}/{id}` is kept; share it before it is taken up"),
            _ => CallFault.NotFound(field, $"{owner} has no barrier `{id}` that is known here and shared"),
        })
        ?? Below("stories", ask.Stories, before.Stories, standing, initiative, (field, owner, id) =>
            communication.Stories.Find(transaction.Find, owner, id) is null ? communication.Stories.Missing(owner, id, field) : null);

    private static CallFault? Below(
        string field, IReadOnlyList<string> named, IReadOnlyCollection<string> before, NodeStanding standing, string initiative, Func<string, string, string, CallFault?> check)
    {
        var below = standing.Nest.Descendants(initiative).ToHashSet();
        return Served.Each(field, named, before, (at, reference) =>
        {
            var (owner, id) = RecordId.Parts(reference);
            return owner == initiative || below.Contains(owner)
                ? check(at, owner, id)
                : CallFault.Invalid(at, $"{Check.Shown(owner)} is neither {initiative} nor below it; name {field} of {initiative} or of an initiative that is aligned with it");
        });
    }

    private CallFault? KeepFault(LogTransaction transaction, string initiative, Found<PolicyAsk> ask) =>
        AskStages.WasRaised(ask.Record) ? CallFault.Precondition("sharing", "is SHARING_KEPT, and the ask was raised; what was raised is not kept again")
        : Positions(transaction, initiative, ask.Id, AskPositionKind.Kind).FirstOrDefault() is { } position
            ? CallFault.Precondition("sharing", $"is SHARING_KEPT, and position `{position.Id}`, which names it, is shared; keep that first")
            : null;

    private List<Found<AskPosition>> Positions(LogTransaction transaction, string initiative, string ask, params string[] kinds) =>
    [
        .. kinds.SelectMany(kind => transaction.DocumentsBeginning(initiative, kind, AskPositionKind.IdOf(ask, ""))).Where(document => !document.Content.Deleted)
            .Select(document => document.Content.Id).Distinct().Select(id => records.Positions.Find(transaction.Find, initiative, id)).OfType<Found<AskPosition>>(),
    ];
}
