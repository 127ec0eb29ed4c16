using CollectiveImpact.Backbone.Tests.Network;
using CollectiveImpact.Faults.Tests.Clock;
using CollectiveImpact.Faults.Tests.Nodes;
using CollectiveImpact.Faults.Tests.Proxy;
using CollectiveImpact.Faults.Tests.Settling;

namespace CollectiveImpact.Faults.Tests.Links;

/// <summary>A province and a local with a proxy on the one link between them, in this process and on a clock that can be moved.</summary>
internal sealed class ProxiedLink : IAsyncDisposable
{
    public const string Ontario = "ca.on", Hamilton = "ca.on.hamilton", Toronto = "ca.on.toronto";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("faults-test-");
    private TestNode? _parentNode;
    private TestNode? _childNode;
    private TcpProxy? _proxy;
    private NodeClient? _parent;
    private NodeClient? _child;

    public static IReadOnlyList<string> Initiatives { get; } = [Ontario, Hamilton, Toronto];

    public MovableClock Clock { get; } = new();

    public TcpProxy Proxy => _proxy!;

    public NodeClient Parent => _parent!;

    public NodeClient Child => _child!;

    /// <summary>From below.</summary>
    public IReadOnlyList<Place> Places => [new(Child, Hamilton, Toronto), new(Parent, Ontario)];

    /// <summary>Ontario, Hamilton which reports for itself, and Toronto for which Ontario reports.</summary>
    public static async Task<ProxiedLink> StartAsync(CancellationToken patience)
    {
        var link = new ProxiedLink();
        try
        {
            await link.BeginAsync(patience);
            return link;
        }
        catch
        {
            await link.DisposeAsync();
            throw;
        }
    }

    /// <summary>The link as each end sees it: the child's first.</summary>
    public async Task<(LinkState Child, LinkState Parent)> StateAsync(CancellationToken patience) =>
        ((await Child.StatusAsync(patience)).Links.Single(), (await Parent.StatusAsync(patience)).Links.Single());

    /// <summary>Waits until both ends exchange. The child's pauses between its tries are skipped.</summary>
    public Task OpenAsync(CancellationToken patience) => Wait.UntilAsync(
        "the link to open",
        async () =>
        {
            var state = await StateAsync(patience);
            if (state.Child.Phase is LinkState.Types.Phase.Waiting && state.Child.NextTry.ToDateTimeOffset() - Clock.GetUtcNow() is { Ticks: > 0 } left)
                Clock.Move(left);
            return state;
        },
        state => state is { Child.Phase: LinkState.Types.Phase.Open, Parent.Phase: LinkState.Types.Phase.Open },
        patience);

    public async ValueTask DisposeAsync()
    {
        _child?.Dispose();
        _parent?.Dispose();
        if (_childNode is not null) await _childNode.DisposeAsync();
        if (_proxy is not null) await _proxy.DisposeAsync();
        if (_parentNode is not null) await _parentNode.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task BeginAsync(CancellationToken patience)
    {
        var (parent, child) = (Path.Combine(_folder.FullName, "parent"), Path.Combine(_folder.FullName, "child"));
        _parentNode = await TestNode.StartAsync(parent, Level.Provincial, 0, Clock);
        _childNode = await TestNode.StartAsync(child, Level.Local, 0, Clock);
        _proxy = TcpProxy.To(new Uri(_parentNode.Address).Port);
        (_parent, _child) = (new NodeClient("provincial", _parentNode.Address, parent), new NodeClient("local", _childNode.Address, child));
        var invited = await _parentNode.Operator.InviteAsync(
            new InviteRequest { Level = Level.Local, Initiatives = { "*" } }, _parentNode.Token(), cancellationToken: patience);
        await _childNode.Operator.JoinParentAsync(
            new JoinParentRequest { Invitation = invited.Text, Address = _proxy.Address }, _childNode.Token(), cancellationToken: patience);
        var agreement = new Agreement(patience);
        await agreement.RegisterAsync(Parent, Ontario, Level.Provincial);
        await agreement.DefineAsync(Parent, Ontario);
        await agreement.RegisterAsync(Child, Hamilton, Level.Local, Ontario);
        await agreement.RegisterAsync(Child, Toronto, Level.Local, Ontario);
        await agreement.CarryAsync(Child, Toronto, Parent, Ontario);
        await agreement.KnownAsync(Child, Hamilton);
    }
}
