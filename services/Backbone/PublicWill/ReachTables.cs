using CollectiveImpact.Backbone.Nest;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.PublicWill;

/// <summary>Adds reach up, over an initiative or over all below it too; its figures stand in the table of references.</summary>
internal sealed class ReachTables(LogReader reader, NodeStanding standing, DateOnly today)
{
    private static readonly IReadOnlyList<(OutreachChannel Channel, CampaignReach.Types.Measure Measure)> Counted =
    [
        .. from channel in Enum.GetValues<OutreachChannel>().Skip(1) from measure in Enum.GetValues<CampaignReach.Types.Measure>().Skip(1) select (channel, measure),
    ];

    private static readonly string[] Kinds = [CampaignReachKind.Kind, TwinKind<CampaignReach>.Kept(CampaignReachKind.Kind)];

    public ReachTable Of(GetReachTableRequest request)
    {
        // An initiative is there once, however many ways lead up from it.
        var members = request.Below ? NestLine.Of(standing.Nest, request.Initiative, today).MembersBelow?.ToHashSet() : [request.Initiative];
        var campaigns = request.Campaign.Length == 0 ? null : MadeOf(request.Campaign);
        var table = new ReachTable { Initiative = request.Initiative };
        foreach (var (channel, measure) in Counted)
        {
            var counts = WillTopic.Counts(channel, measure);
            SortedDictionary<(string From, string Until), Sum> periods = new(Comparer<(string From, string Until)>.Create(Compare));
            foreach (var target in campaigns is null ? [counts] : campaigns.Select(campaign => $"{WillTopic.Campaign(campaign)} {counts}"))
            {
                foreach (var (initiative, mark) in Marks(target, request))
                {
                    var lies = members?.Contains(initiative) == false ? Lies.Outside : mark.In(request.From, request.Until);
                    if (lies == Lies.Partly) table.Partly++;
                    if (lies != Lies.Within) continue;
                    var period = request.ByPeriod ? (mark.From, mark.Until) : ("", "");
                    if (!periods.TryGetValue(period, out var sum)) periods.Add(period, sum = new Sum());
                    sum.Add(initiative, mark.Count);
                }
            }

            table.Rows.AddRange(periods.Select(period => new ReachTable.Types.Row
            {
                Channel = channel,
                Measure = measure,
                From = period.Key.From,
                Until = period.Key.Until,
                Count = period.Value.Count,
                Initiatives = period.Value.Initiatives,
                Reaches = period.Value.Reaches,
            }));
        }

        return table;
    }

    private static int Compare((string From, string Until) one, (string From, string Until) other)
    {
        var order = string.CompareOrdinal(one.From, other.From);
        return order != 0 ? order : string.CompareOrdinal(one.Until, other.Until);
    }

    /// <summary>Goes through what names a target, however many there are. What is kept is the initiative's own, and of no other.</summary>
    private IEnumerable<(string Initiative, ReachMark Mark)> Marks(string target, GetReachTableRequest request)
    {
        foreach (var kind in Kinds)
        {
            using var rows = request.Below && kind == CampaignReachKind.Kind
                ? reader.Query("SELECT initiative, detail FROM mentions WHERE target = $1 AND kind = $2", target, kind)
                : reader.Query("SELECT initiative, detail FROM mentions WHERE target = $1 AND kind = $2 AND initiative = $3", target, kind, request.Initiative);
            while (rows.Read()) yield return (rows.GetString(0), ReachMark.Read(rows.GetString(1)));
        }
    }

    /// <summary>A campaign, and those that were made of it at any depth.</summary>
    private List<string> MadeOf(string campaign)
    {
        List<string> all = [campaign];
        for (var i = 0; i < all.Count; i++)
        {
            var made = ReferenceTable.Of(reader, WillTopic.Offer(RecordId.Parts(all[i]).Initiative, RecordId.Parts(all[i]).Id), AdaptationKind.Kind)
                .Select(mention => (mention.Initiative, AdaptationMark.Read(mention.Detail).OwnCampaign))
                .Where(each => each.OwnCampaign.Length > 0).Select(each => $"{each.Initiative}/{each.OwnCampaign}");
            all.AddRange(made.Except(all).ToList());
        }

        return all;
    }

    private sealed class Sum
    {
        private readonly HashSet<string> _initiatives = [];

        public long Count { get; private set; }

        public int Reaches { get; private set; }

        public int Initiatives => _initiatives.Count;

        public void Add(string initiative, long count)
        {
            Count += count;
            Reaches++;
            _initiatives.Add(initiative);
        }
    }
}
