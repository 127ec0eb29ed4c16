using System.Collections.Concurrent;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Documents;

namespace CollectiveImpact.Backbone.Nest;

/// <summary>
/// Which documents a link leads to: one towards the host of an initiative is the one whose other end is the host; where
/// none is, the one by which that initiative's record came.
/// </summary>
internal sealed class LinkRoute(NodeStanding standing, LinkPeer peer, IReadOnlySet<NodeId> neighbours)
{
    private readonly NestState _nest = standing.Nest;
    private readonly ConcurrentDictionary<(string Initiative, Travel Travel), bool> _leads = new();

    public bool Leads(string initiative, Travel travel) => _leads.GetOrAdd((initiative, travel), Find);

    private bool Find((string Initiative, Travel Travel) document) => document.Travel switch
    {
        Travel.Network => true,
        Travel.Up => Goes(document.Initiative) || _nest.Successions.Heirs(document.Initiative).Any(Goes),
        Travel.Down => Towards(document.Initiative) || LeadsDown(document.Initiative),
        Travel.Line => Goes(document.Initiative) || LeadsDown(document.Initiative),
        _ => false,
    };

    private bool Goes(string initiative) => Towards(initiative) || LeadsUp(initiative);

    private bool LeadsUp(string initiative) => _nest.Ancestors(initiative).Any(Towards);

    private bool LeadsDown(string initiative) => _nest.Descendants(initiative).Any(Towards);

    private bool Towards(string initiative) => _nest.Find(initiative) is { } known
        && (known.Host == peer.Node || (known.Link == peer.Link && MayLieBehind(known)));

    // After a restore any node may have returned a record first, this node's own as well: what is hosted here or by a
    // neighbour does not go round by others, and behind a child there are only levels below it.
    private bool MayLieBehind(KnownInitiative known) =>
        known.Host != standing.Node && !neighbours.Contains(known.Host) && (peer.IsParent || known.Level < peer.Level);
}
