using System.Collections.Concurrent;
using CollectiveImpact.Exchange.Documents;

namespace CollectiveImpact.Backbone.Nest;

/// <summary>
/// Which documents a link leads to: one towards the host of an initiative is the one by which that initiative's record
/// came, or whose other end is the host.
/// </summary>
internal sealed class LinkRoute(NestState nest, LinkPeer peer)
{
    private readonly ConcurrentDictionary<(string Initiative, Travel Travel), bool> _leads = new();

    public bool Leads(string initiative, Travel travel) => _leads.GetOrAdd((initiative, travel), Find);

    private bool Find((string Initiative, Travel Travel) document) => document.Travel switch
    {
        Travel.Network => true,
        Travel.Up => Towards(document.Initiative) || nest.Ancestors(document.Initiative).Any(Towards),
        Travel.Down => Towards(document.Initiative) || nest.Descendants(document.Initiative).Any(Towards),
        _ => false,
    };

    private bool Towards(string initiative) =>
        nest.Find(initiative) is { } known && (known.Link == peer.Link || known.Host == peer.Node);
}
