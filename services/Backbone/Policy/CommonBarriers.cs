using CollectiveImpact.Backbone.Nest;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using static CollectiveImpact.V1.ListCommonBarriersResponse.Types;

namespace CollectiveImpact.Backbone.Policy;

/// <summary>What several initiatives meet, among an initiative and all below it, of what these share.</summary>
internal sealed class CommonBarriers(PolicyRecords records, LogReader reader, NodeStanding standing, string initiative, DateOnly today)
{
    private const string Alike = "alike ";
    private const int MostShown = 20, UsualFewest = 2;

    private readonly IReadOnlyList<string>? _members = NestLine.Of(standing.Nest, initiative, today).MembersBelow;
    private readonly RecordIndex _index = new(reader, BarrierKind.Kind);

    /// <summary>What is wrong with a page's token: it is the last subject.</summary>
    public static CallFault? Fault(ListCommonBarriersRequest request) =>
        (request.MetBy < 0 ? CallFault.Invalid("met_by", $"is {request.MetBy}; give the fewest initiatives, or 0 for {UsualFewest}") : null)
        ?? (request.PageToken.StartsWith(Alike, StringComparison.Ordinal) ? RecordId.ReferenceFault("page_token", request.PageToken[Alike.Length..]) : null);

    /// <summary>By subject, each with its place.</summary>
    public IEnumerable<(string Place, Group Item)> Groups(ListCommonBarriersRequest request)
    {
        var fewest = request.MetBy == 0 ? UsualFewest : request.MetBy;
        return AllAlike(request.PageToken).Concat(AllNaming(request.PageToken))
            .Where(group => group.Initiatives >= fewest && (!request.NotTakenUp || group.NotTakenUp > 0))
            .Select(group => (group.Subject, group));
    }

    private IEnumerable<Group> AllAlike(string after)
    {
        var place = after.StartsWith(Alike, StringComparison.Ordinal) ? Place.Of(after[Alike.Length..]) : Place.First;
        // Those that are alike come first, and are over where the page before ended with another subject.
        if (after.Length > 0 && place == Place.First) return [];
        return _index.Find([PolicyTopic.Alike], _members, place).Select(each => (each, found: Find(each))).Where(each => each.found is not null)
            .Select(each => Of(each.each, each.found!));
    }

    private Group Of(Place place, Found<PolicyBarrier> barrier)
    {
        var among = _members?.ToHashSet();
        var all = barrier.Record.Like.Select(Place.Of).Append(place).Where(each => among?.Contains(each.Initiative) != false)
            .OrderBy(each => each, Comparer<Place>.Create(Place.Compare)).Select(Find).OfType<Found<PolicyBarrier>>().Where(found => found.Sharing == Sharing.Shared).ToList();
        return new Group
        {
            Subject = Alike + place.Name,
            Initiatives = all.Select(found => found.Initiative).Distinct().Count(),
            Barriers = all.Count,
            NotTakenUp = all.Count(found => ReferenceTable.Of(reader, PolicyTopic.Barrier($"{found.Initiative}/{found.Id}"), AskGroundsKind.Kind, TwinKind<AskGroundsRecord>.Kept(AskGroundsKind.Kind)).Count == 0),
            First = { all.Take(MostShown).Select(Show) },
        };
    }

    private IEnumerable<Group> AllNaming(string after) =>
        _index.Targets(PolicyTopic.InTheWay, PolicyTopic.InTheWay + after).Select(target =>
        {
            var group = Count(target);
            group.First.AddRange(_index.Find([target], _members, Place.First).Take(MostShown).Select(Find).OfType<Found<PolicyBarrier>>().Select(Show));
            return group;
        });

    /// <summary>How many initiatives name something in how many barriers: the database counts.</summary>
    private Group Count(string target)
    {
        var among = _members?.ToHashSet();
        var group = new Group { Subject = target[PolicyTopic.InTheWay.Length..] };
        using var rows = reader.Query(
            """
            SELECT m.initiative, COUNT(*), SUM(CASE WHEN EXISTS (
                SELECT 1 FROM mentions n WHERE n.target = $3 || ' ' || m.initiative || '/' || m.id) THEN 0 ELSE 1 END)
            FROM mentions m WHERE m.target = $1 AND m.kind = $2 GROUP BY m.initiative
            """,
            target, BarrierKind.Kind, PolicyTopic.TakenUp);
        while (rows.Read())
        {
            if (among?.Contains(rows.GetString(0)) == false) continue;
            group.Initiatives++;
            group.Barriers += (int)rows.GetInt64(1);
            group.NotTakenUp += (int)rows.GetInt64(2);
        }

        return group;
    }

    private Found<PolicyBarrier>? Find(Place place) => records.Barriers.Find(reader.Find, place.Initiative, place.Id);

    private static Named Show(Found<PolicyBarrier> found) =>
        new() { Initiative = found.Initiative, Barrier = found.Id, Title = found.Record.Title, Naming = found.Record.Naming };
}
