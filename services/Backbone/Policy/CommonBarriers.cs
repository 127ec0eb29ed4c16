using CollectiveImpact.Backbone.Nest;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using static CollectiveImpact.V1.ListCommonBarriersResponse.Types;

namespace CollectiveImpact.Backbone.Policy;

/// <summary>What several initiatives meet, among an initiative and all below it, of what these share.</summary>
internal sealed class CommonBarriers
{
    private const string Alike = "alike ";
    private const int MostShown = 20, UsualFewest = 2;

    private static readonly string[] Grounds = [AskGroundsKind.Kind, TwinKind<AskGroundsRecord>.Kept(AskGroundsKind.Kind)];

    private readonly PolicyRecords _records;
    private readonly LogReader _reader;
    private readonly IReadOnlyList<string>? _members;
    private readonly HashSet<string>? _among;
    private readonly RecordIndex _index;
    private readonly Lazy<Dictionary<string, int>> _takenUp;

    public CommonBarriers(PolicyRecords records, LogReader reader, NodeStanding standing, string initiative, DateOnly today)
    {
        (_records, _reader) = (records, reader);
        _members = NestLine.Of(standing.Nest, initiative, today).MembersBelow;
        _among = _members?.ToHashSet();
        _index = new RecordIndex(reader, BarrierKind.Kind);
        _takenUp = new Lazy<Dictionary<string, int>>(CountTakenUp);
    }

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
        var all = barrier.Record.Like.Select(Place.Of).Append(place).Where(each => _among?.Contains(each.Initiative) != false)
            .OrderBy(each => each, Comparer<Place>.Create(Place.Compare)).Select(Find).OfType<Found<PolicyBarrier>>().Where(found => found.Sharing == Sharing.Shared).ToList();
        return new Group
        {
            Subject = Alike + place.Name,
            Initiatives = all.Select(found => found.Initiative).Distinct().Count(),
            Barriers = all.Count,
            NotTakenUp = all.Count(found => ReferenceTable.Of(_reader, PolicyTopic.Barrier($"{found.Initiative}/{found.Id}"), Grounds).Count == 0),
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
        var group = new Group { Subject = target[PolicyTopic.InTheWay.Length..] };
        // Read to its end before the next is asked: a connection to PostgreSQL answers one question at a time.
        using (var rows = _reader.Query("SELECT initiative, COUNT(*) FROM mentions WHERE target = $1 AND kind = $2 GROUP BY initiative", target, BarrierKind.Kind))
        {
            while (rows.Read())
            {
                if (_among?.Contains(rows.GetString(0)) == false) continue;
                group.Initiatives++;
                group.Barriers += (int)rows.GetInt64(1);
            }
        }

        group.NotTakenUp = group.Barriers - _takenUp.Value.GetValueOrDefault(target);
        return group;
    }

    /// <summary>How many of the barriers that name something are in an ask: far fewer are than there are barriers.</summary>
    private Dictionary<string, int> CountTakenUp()
    {
        Dictionary<string, int> counts = [];
        var all = Grounds.SelectMany(kind => ReferenceTable.Beginning(_reader, $"{PolicyTopic.TakenUp} ", kind)).Select(mention => mention.Target).Distinct()
            .Select(target => Place.Of(target[(PolicyTopic.TakenUp.Length + 1)..])).Where(place => _among?.Contains(place.Initiative) != false);
        foreach (var place in all)
        {
            using var rows = _reader.Query(
                "SELECT target FROM mentions WHERE initiative = $1 AND kind = $2 AND id = $3 AND target > $4 AND target < $5",
                place.Initiative, BarrierKind.Kind, place.Id, PolicyTopic.InTheWay, PolicyTopic.InTheWay + "\U0010FFFF");
            while (rows.Read()) counts[rows.GetString(0)] = counts.GetValueOrDefault(rows.GetString(0)) + 1;
        }

        return counts;
    }

    private Found<PolicyBarrier>? Find(Place place) => _records.Barriers.Find(_reader.Find, place.Initiative, place.Id);

    private static Named Show(Found<PolicyBarrier> found) =>
        new() { Initiative = found.Initiative, Barrier = found.Id, Title = found.Record.Title, Naming = found.Record.Naming };
}
