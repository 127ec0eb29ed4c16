using CollectiveImpact.Faults.Tests.Nodes;
using CollectiveImpact.Faults.Tests.Settling;
using CollectiveImpact.Faults.Tests.Writing;
using CollectiveImpact.Nest.Joining;
using CollectiveImpact.Nest.Processes;

namespace CollectiveImpact.Faults.Tests.Kills;

/// <summary>The three services as processes of their own, joined by invitations, over a folder that goes with them.</summary>
internal sealed class KilledNest : IAsyncDisposable
{
    public const string Canada = "ca", Ontario = "ca.on", Hamilton = "ca.on.hamilton", Kingston = "ca.on.kingston", Toronto = "ca.on.toronto", London = "ca.on.london";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("faults-test-");
    private readonly KilledService _national;
    private readonly KilledService _provincial;
    private readonly KilledService _local;

    private bool _kept;

    private KilledNest()
    {
        var plan = ServicePlan.Create(_folder.FullName, 0);
        _national = new KilledService(plan.National, _folder.FullName);
        _provincial = new KilledService(plan.Provincial, _folder.FullName);
        _local = new KilledService(plan.Local, _folder.FullName);
    }

    public static IReadOnlyList<string> Initiatives { get; } = [Canada, Ontario, Hamilton, Kingston, London, Toronto];

    public IReadOnlyList<KilledService> Services => [_national, _provincial, _local];

    /// <summary>From below.</summary>
    public IReadOnlyList<Place> Places =>
        [new(_local.Node, Hamilton, Kingston, London, Toronto), new(_provincial.Node, Ontario), new(_national.Node, Canada)];

    /// <summary>Shared measurement of London, which goes to Ontario and comes back.</summary>
    public HandOver HandOverOfLondon => new(London, _local.Node, Ontario, _provincial.Node);

    /// <summary>Where the databases lie, and what the services said; it goes with the nest.</summary>
    public string Folder => _folder.FullName;

    /// <summary>
    /// Canada, Ontario, and four below it: Hamilton and Kingston report for themselves, Ontario for itself and for Toronto,
    /// and London as it happens to hold the function.
    /// </summary>
    public static async Task<KilledNest> StartAsync(CancellationToken patience)
    {
        var nest = new KilledNest();
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

    /// <summary>Begins to report.</summary>
    public void Begin(Writers writers, Random random)
    {
        writers.Begin(random, Hamilton, _local.Node);
        writers.Begin(random, Kingston, _local.Node);
        writers.Begin(random, Ontario, _provincial.Node);
        writers.Begin(random, Toronto, _provincial.Node);
        writers.Begin(random, London, _local.Node, _provincial.Node);
    }

    /// <summary>Leaves the folder where it is, for whoever wants to know why.</summary>
    public void Keep() => _kept = true;

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(Services.Select(service => service.DisposeAsync().AsTask()));
        if (!_kept) _folder.Delete(recursive: true);
    }

    private async Task BeginAsync(CancellationToken patience)
    {
        var invited = new Invited(new(TimeProvider.System));
        await invited.JoinAsync(_provincial.Service, Level.Provincial, _national.Service, patience);
        await invited.JoinAsync(_local.Service, Level.Local, _provincial.Service, patience);
        var agreement = new Agreement(patience);
        await agreement.RegisterAsync(_national.Node, Canada, Level.National);
        await agreement.DefineAsync(_national.Node, Canada);
        await agreement.RegisterAsync(_provincial.Node, Ontario, Level.Provincial, Canada);
        foreach (var local in (string[])[Hamilton, Kingston, London, Toronto])
            await agreement.RegisterAsync(_local.Node, local, Level.Local, Ontario);
        await agreement.CarryAsync(_local.Node, Toronto, _provincial.Node, Ontario);
        await agreement.KnownAsync(_local.Node, Hamilton);
        await agreement.KnownAsync(_provincial.Node, Ontario);
    }
}
