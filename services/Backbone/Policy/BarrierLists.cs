using CollectiveImpact.Backbone.Nest;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Policy;

/// <summary>Lists barriers, each with the asks that took it up.</summary>
internal sealed class BarrierLists(PolicyRecords records, LogReader reader, NodeStanding standing)
{
    private readonly TakingUp _takingUp = new(records, reader, standing.Nest);

    public static CallFault? Fault(ListBarriersRequest request) =>
        (request.Clause.Length == 0 ? null : RecordId.ReferenceFault("clause", request.Clause))
        ?? (request.Indicator.Length == 0 ? null : RecordId.ReferenceFault("indicator", request.Indicator))
        ?? (request.Ask.Length == 0 ? null : RecordId.ReferenceFault("ask", request.Ask))
        ?? (request.NotTakenUp && request.Ask.Length > 0 ? CallFault.Invalid("ask", "is given, and so is `not_taken_up`; ask for one of the two") : null);

    public PolicyBarrier Show(Found<PolicyBarrier> found)
    {
        var barrier = found.Record.Clone();
        (barrier.Initiative, barrier.Barrier, barrier.Revision, barrier.Sharing) = (found.Initiative, found.Id, found.Revision, found.Sharing);
        barrier.Secret = Google.Protobuf.ByteString.Empty;
        barrier.TakenUp.AddRange(_takingUp.Of(found));
        return barrier;
    }

    /// <summary>The barriers that are asked for, each with its place.</summary>
    public IEnumerable<(string Place, PolicyBarrier Item)> Barriers(ListBarriersRequest request, Place after, DateOnly today) =>
        Places(request, after, request.Below ? NestLine.Of(standing.Nest, request.Initiative, today).MembersBelow : [request.Initiative])
            .Select(place => (place, found: records.Barriers.Find(reader.Find, place.Initiative, place.Id)))
            .Where(each => each.found is not null && IsAskedFor(each.found.Record, request))
            .Select(each => (each.place.Name, Show(each.found!)))
            .Where(each => !request.NotTakenUp || each.Item2.TakenUp.Count == 0)
            .Where(each => request.Ask.Length == 0 || each.Item2.TakenUp.Any(ask => $"{ask.Initiative}/{ask.Ask}" == request.Ask));

    private IEnumerable<Place> Places(ListBarriersRequest request, Place after, IReadOnlyList<string>? members)
    {
        if (request.Ask.Length > 0 && Grounds(request.Ask) is { } grounds)
        {
            var among = members?.ToHashSet();
            return grounds.Barriers.Select(Place.Of)
                .Where(place => among?.Contains(place.Initiative) != false && Place.Compare(place, after) > 0)
                .OrderBy(place => place, Comparer<Place>.Create(Place.Compare));
        }

        List<string> targets = [];
        if (request.Clause.Length > 0) targets.Add(PolicyTopic.Clause(request.Clause));
        if (request.Indicator.Length > 0) targets.Add(PolicyTopic.Indicator(request.Indicator));
        if (targets.Count == 0) targets.Add(PolicyTopic.Barriers);
        return new RecordIndex(reader, BarrierKind.Kind, TwinKind<PolicyBarrier>.Kept(BarrierKind.Kind))
            .Find(targets, members, after, request.NotTakenUp ? PolicyTopic.TakenUp : "");
    }

    private AskGroundsRecord? Grounds(string ask)
    {
        var (initiative, id) = RecordId.Parts(ask);
        return records.Grounds.Find(reader.Find, initiative, id)?.Record;
    }

    private static bool IsAskedFor(PolicyBarrier barrier, ListBarriersRequest request) =>
        (request.Clause.Length == 0 || barrier.Clauses.Contains(request.Clause))
        && (request.Indicator.Length == 0 || barrier.Indicators.Contains(request.Indicator));
}
