using CollectiveImpact.Backbone;
using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Measurement;
using CollectiveImpact.Backbone.Nest;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange;
using CollectiveImpact.Exchange.Backups;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Joining;
using CollectiveImpact.Exchange.Links;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.Exchange.Log.Stores;
using CollectiveImpact.Simulation.Running;
using CollectiveImpact.Simulation.Stores;
using CollectiveImpact.Simulation.Truth;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CollectiveImpact.Simulation.Nodes;

/// <summary>What a node's process is given from outside.</summary>
/// <param name="Clock">The time.</param>
/// <param name="Random">Where its chances come from.</param>
/// <param name="Dial">The way to its parents.</param>
/// <param name="Store">Wraps its store, to break a rule.</param>
/// <param name="Committed">Is told of what it wrote.</param>
/// <param name="Said">Is told of what its log says to an operator.</param>
internal sealed record Surroundings(
    SimulationClock Clock, Random Random, Func<NodeProcess, ParentDial> Dial, Func<ILogStore, ILogStore> Store, Action<NodeProcess, StoredDocument> Committed,
    Action<string> Said);

/// <summary>One run of a node's service, as its Program makes it but for the socket and the log's thread.</summary>
internal sealed class NodeProcess
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly FaultyStore _store;
    private readonly NodeClock _clock;
    private readonly ServiceProvider _services;

    public NodeProcess(SimulatedNode node, Surroundings around)
    {
        Node = node;
        _clock = new NodeClock(around.Clock, () => node.ClockError);
        _store = new FaultyStore(around.Store(new SqliteStore(node.Files.Database)), node.Disk);
        _services = Services(node, around);
        Log = _services.GetRequiredService<DocumentLog>();
        Links = Create<LinkService>();
        (Nest, Charter, Measurement) = (Create<NestService>(), Create<CharterService>(), Create<SharedMeasurementService>());
    }

    public SimulatedNode Node { get; }

    public NodeThreads Threads { get; } = new();

    public DocumentLog Log { get; }

    public LinkService Links { get; }

    public NestService Nest { get; }

    public CharterService Charter { get; }

    public SharedMeasurementService Measurement { get; }

    public LinkBoard Board => _services.GetRequiredService<LinkBoard>();

    public Invitations Invitations => _services.GetRequiredService<Invitations>();

    public StandingRules Rules => _services.GetRequiredService<StandingRules>();

    public IEnumerable<T> All<T>() => _services.GetServices<T>();

    public bool IsDead => Threads.IsDead;

    public bool Owns(NodeClock clock) => clock == _clock;

    /// <summary>Whether it has opened its log, and takes calls.</summary>
    public bool IsServing { get; private set; }

    /// <summary>What runs for as long as the process does.</summary>
    public IReadOnlyList<Task> Running { get; private set; } = [];

    /// <summary>Opens the log, and begins to dial.</summary>
    public void Start() => Threads.Run(() =>
    {
        Log.TryOpen();
        IsServing = true;
        Running = [_services.GetRequiredService<LinkDialer>().RunAsync(_stopping.Token), Create<DayTurn>().TurnAllAsync(_stopping.Token)];
    });

    public void TellDisk() => _store.TellDisk();

    /// <summary>A backup of it, as its operator takes one.</summary>
    public byte[] Backup()
    {
        using var stream = new MemoryStream();
        _services.GetRequiredService<BackupWriter>().Write(stream, (_, _) => { }, CancellationToken.None);
        return stream.ToArray();
    }

    /// <summary>Ends the process without a word: its files stay as they are.</summary>
    public void Die()
    {
        IsServing = false;
        Threads.Die();
        _clock.IsDead = true;
        var files = Node.Files.Copy();
        _store.Dispose();
        Node.Files.Put(files);
    }

    private ServiceProvider Services(SimulatedNode node, Surroundings around)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddLogging(logging => logging.AddProvider(new Sayings(around.Said)).SetMinimumLevel(LogLevel.Warning));
        services.AddSingleton<IHostApplicationLifetime>(new Lifetime(_stopping.Token));
        services.AddSingleton<TimeProvider>(_clock);
        services.AddSingleton(around.Random);
        services.AddSingleton<RandomIds>(new SeededIds(around.Random));
        services.AddBackbone(node.Level);
        services.AddSingleton<ILogStore>(_store);
        services.AddSingleton(node.Key);
        services.AddSingleton(around.Dial(this));
        services.AddSingleton<IDocumentRules>(provider => new Witness(
            provider.GetRequiredService<StandingRules>(), document => around.Committed(this, document)));
        services.Configure<ExchangeOptions>(options => (options.Data, options.Name) = (node.Files.Folder, node.Name));
        return services.BuildServiceProvider();
    }

    private T Create<T>() => ActivatorUtilities.CreateInstance<T>(_services);

    private sealed class Lifetime(CancellationToken stopping) : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => stopping;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => throw new SimulationFailure("a node stopped itself");
    }

    private sealed class Sayings(Action<string> said) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            said($"{formatter(state, exception)}{(exception is null ? "" : $": {exception.Message}")}");

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public void Dispose()
        {
        }
    }
}
