using CollectiveImpact.Backbone.Nest;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using static CollectiveImpact.V1.PolicyAsk.Types;

namespace CollectiveImpact.Backbone.Policy;

/// <summary>Shows asks and positions, and lists them.</summary>
internal sealed class AskLists(PolicyRecords records)
{
    /// <summary>How positions are counted: of a reader, or of an operation on the log.</summary>
    public delegate Rows Ask(string sql, params ReadOnlySpan<object?> values);

    public static CallFault? Fault(ListAsksRequest request) => Check.KnownOrNone("stage", request.Stage) ?? Check.KnownOrNone("instrument", request.Instrument);

    /// <summary>An ask with all that the node knows of it.</summary>
    /// <param name="found">The ask.</param>
    /// <param name="find">Finds a document.</param>
    /// <param name="query">Asks the node's database.</param>
    /// <param name="standing">What stands.</param>
    /// <param name="today">The day.</param>
    public PolicyAsk Show(Found<PolicyAsk> found, Func<DocumentKey, StoredDocument?> find, Ask query, NodeStanding standing, DateOnly today)
    {
        var ask = found.Record.Clone();
        (ask.Initiative, ask.Ask, ask.Revision, ask.Sharing, ask.Stage) = (found.Initiative, found.Id, found.Revision, found.Sharing, AskStages.Of(ask));
        var grounds = records.Grounds.Find(find, found.Initiative, found.Id)?.Record;
        // What is kept has no face yet: its writer sees which it would have.
        var face = records.Faces.Find(find, found.Initiative, found.Id)?.Record
            ?? (grounds is null ? null : AskFace.Of(find, standing.Nest, found.Initiative, found.Id, grounds, today));
        ask.MetBy = face?.MetBy ?? new MetBy();
        ask.Stories.AddRange(grounds?.Stories ?? face?.Stories ?? []);
        ask.Barriers.AddRange(grounds?.Barriers ?? []);
        ask.Positions = Count(query, found.Initiative, found.Id);
        return ask;
    }

    /// <summary>The asks that are asked for, each with its place.</summary>
    public IEnumerable<(string Place, PolicyAsk Item)> Asks(LogReader reader, NodeStanding standing, ListAsksRequest request, Place after, DateOnly today)
    {
        List<string> targets = [];
        if (request.Instrument != Instrument.Unspecified) targets.Add(PolicyTopic.Instrument(request.Instrument));
        if (request.Stage != Stage.Unspecified) targets.Add(PolicyTopic.Stage(request.Stage));
        if (targets.Count == 0) targets.Add(PolicyTopic.Asks);
        return new RecordIndex(reader, AskKind.Kind, TwinKind<PolicyAsk>.Kept(AskKind.Kind))
            .Find(targets, request.Below ? NestLine.Of(standing.Nest, request.Initiative, today).MembersBelow : [request.Initiative], after)
            .Select(place => (place, found: records.Asks.Find(reader.Find, place.Initiative, place.Id)))
            .Where(each => each.found is not null)
            .Select(each =>
            {
                var ask = Show(each.found!, reader.Find, reader.Query, standing, today);
                ask.Barriers.Clear();
                return (each.place.Name, ask);
            });
    }

    public static AskPosition Show(Found<AskPosition> found)
    {
        var position = found.Record.Clone();
        (position.Initiative, position.Position, position.Revision, position.Sharing) =
            (found.Initiative, found.Id[(found.Id.IndexOf('/') + 1)..], found.Revision, found.Sharing);
        return position;
    }

    private static Count Count(Ask query, string initiative, string ask)
    {
        var count = new Count();
        foreach (var kind in new[] { AskPositionKind.Kind, TwinKind<AskPosition>.Kept(AskPositionKind.Kind) })
        {
            using var rows = query("SELECT detail, COUNT(*) FROM mentions WHERE target = $1 AND kind = $2 GROUP BY detail", PolicyTopic.On(initiative, ask), kind);
            while (rows.Read())
            {
                var (stance, many) = ((AskPosition.Types.Stance)(rows.GetString(0)[0] - '0'), (int)rows.GetInt64(1));
                if (stance == AskPosition.Types.Stance.Supports) count.Supports += many;
                else if (stance == AskPosition.Types.Stance.Opposes) count.Opposes += many;
                else count.Undecided += many;
            }
        }

        return count;
    }
}
