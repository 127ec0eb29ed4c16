using CollectiveImpact.Faults.Tests.Kills;
using CollectiveImpact.Faults.Tests.Nodes;
using CollectiveImpact.Faults.Tests.Proxy;
using CollectiveImpact.Faults.Tests.Settling;
using CollectiveImpact.Nest.Joining;
using CollectiveImpact.Nest.Processes;

namespace CollectiveImpact.Faults.Tests.Replicas;

/// <summary>
/// A nation, a province of two replicas over one database, and a local. The province is reached at one address, which leads
/// to whichever of the two is ready, as a service of Kubernetes does.
/// </summary>
internal sealed class ReplicatedNest : IAsyncDisposable
{
    public const string Canada = "ca", Ontario = "ca.on", Hamilton = "ca.on.hamilton", Toronto = "ca.on.toronto";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("faults-test-");
    private readonly KilledService _national;
    private readonly KilledService _local;

    private ReplicatedNest(string store)
    {
        var plan = ServicePlan.Create(_folder.FullName, 0);
        _national = new KilledService(plan.National, _folder.FullName);
        _local = new KilledService(plan.Local, _folder.FullName);
        Replicas = [.. Ports.Free(2).Select((port, i) => new Replica(OneOf(plan.Provincial, $"provincial-{i + 1}", port, store), _folder.FullName))];
        Proxy = TcpProxy.To(ReadyAsync);
        Province = new NodeClient("provincial", Proxy.Address, [.. Replicas.Select(replica => replica.Service.Folder!)]);
    }

    public static IReadOnlyList<string> Initiatives { get; } = [Canada, Ontario, Hamilton, Toronto];

    public IReadOnlyList<Replica> Replicas { get; }

    public TcpProxy Proxy { get; }

    public NodeClient Province { get; }

    public NodeClient Local => _local.Node;

    public string Logs => _folder.FullName;

    /// <summary>From below.</summary>
    public IReadOnlyList<Place> Places => [new(Local, Hamilton, Toronto), new(Province, Ontario), new(_national.Node, Canada)];

    /// <param name="store">The connection string of an empty database.</param>
    /// <param name="patience">Ends the start, with a failure.</param>
    public static async Task<ReplicatedNest> StartAsync(string store, CancellationToken patience)
    {
        var nest = new ReplicatedNest(store);
        try
        {
            await nest.BeginAsync(patience);
            return nest;
        }
        catch
        {
            await nest.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until one of the replicas is ready, and returns it.</summary>
    public async Task<Replica> HolderAsync(CancellationToken patience) => (await Wait.UntilAsync(
        "a replica to be ready", () => FindReadyAsync(patience), replica => replica is not null, patience))!;

    public async ValueTask DisposeAsync()
    {
        Province.Dispose();
        await Proxy.DisposeAsync();
        foreach (var replica in Replicas) await replica.DisposeAsync();
        await Task.WhenAll(_national.DisposeAsync().AsTask(), _local.DisposeAsync().AsTask());
        _folder.Delete(recursive: true);
    }

    private Service OneOf(Service service, string name, int port, string store)
    {
        var folder = Path.Combine(_folder.FullName, name);
        return new Service(
            name, service.Assembly, port,
            [
                "--urls", Service.AddressOf(port), $"--Nest:Data={folder}", "--Nest:Name=Provincial", $"--Nest:Store={store}",
                $"--Nest:Key={Path.Combine(_folder.FullName, "provincial.key")}",
            ],
            folder);
    }

    private async Task BeginAsync(CancellationToken patience)
    {
        foreach (var replica in Replicas) replica.Start();
        var holder = await HolderAsync(patience);
        var invited = new Invited(new(TimeProvider.System));
        await invited.JoinAsync(holder.Service, Level.Provincial, _national.Service, patience);
        // The local's operator is told the address before all replicas.
        await invited.JoinAsync(_local.Service, Level.Local, holder.Service with { Port = Proxy.Port }, patience);
        var agreement = new Agreement(patience);
        await agreement.RegisterAsync(_national.Node, Canada, Level.National);
        await agreement.DefineAsync(_national.Node, Canada);
        await agreement.RegisterAsync(Province, Ontario, Level.Provincial, Canada);
        await agreement.RegisterAsync(Local, Hamilton, Level.Local, Ontario);
        await agreement.RegisterAsync(Local, Toronto, Level.Local, Ontario);
        await agreement.CarryAsync(Local, Toronto, Province, Ontario);
        await agreement.KnownAsync(Local, Hamilton);
    }

    private async ValueTask<int?> ReadyAsync(CancellationToken cancellationToken) => (await FindReadyAsync(cancellationToken))?.Service.Port;

    private async Task<Replica?> FindReadyAsync(CancellationToken cancellationToken)
    {
        foreach (var replica in Replicas)
        {
            if (await replica.IsReadyAsync(cancellationToken)) return replica;
        }

        return null;
    }
}
