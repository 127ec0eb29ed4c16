using System.Collections.Concurrent;
using System.Threading.Channels;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Gateway.Tests.Nodes;

/// <summary>What a node of the tests knows and does; its services are written on it.</summary>
internal sealed class NodeState(string id, Level level)
{
    private readonly Lock telling = new();
    private readonly Dictionary<string, FunctionMap> maps = [];
    private readonly List<Channel<WatchFunctionMapResponse>> watches = [];
    private long version;

    public string Id => id;

    public Level Level => level;

    /// <summary>The paths of calls that have come, other than the gateway's own watch.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>What the gateway said with each of them about who calls; empty where it said nothing.</summary>
    public ConcurrentQueue<string> Words { get; } = new();

    public Func<ReportRequest, ServerCallContext, Task<ReportResponse>> OnReport { get; set; } =
        (_, _) => Task.FromResult(new ReportResponse { Revision = 1, Changed = true });

    /// <summary>What has been reported.</summary>
    public List<StandingReport> Reports { get; } = [];

    public Func<HandOverRequest, ServerCallContext, Task<FunctionState>> OnHandOver { get; set; } =
        (_, _) => Task.FromResult(new FunctionState());

    public Func<DeclareRequest, FunctionState>? OnDeclare { get; set; }

    public Func<RespondRequest, FunctionState>? OnRespond { get; set; }

    /// <summary>What it answers to requests of other services.</summary>
    public CannedAnswers Answers { get; } = new();

    public Func<WatchSeriesRequest, IServerStreamWriter<WatchSeriesResponse>, ServerCallContext, Task> OnWatchSeries { get; set; } =
        (_, _, _) => Task.CompletedTask;

    /// <summary>The answers of services of which a test lays out what it needs.</summary>
    public Told Told { get; } = new();

    /// <summary>The series that there are; without one, an empty one.</summary>
    public Func<GetSeriesRequest, Series>? OnGetSeries { get; set; }

    /// <summary>The items of imports, as they come.</summary>
    public Channel<ImportRequest> Imported { get; } = Channel.CreateUnbounded<ImportRequest>();

    /// <summary>Completed when the first snapshot may be told.</summary>
    public Task MayTell { get; set; } = Task.CompletedTask;

    /// <summary>How many watches are open.</summary>
    public int Watches
    {
        get
        {
            lock (telling)
                return watches.Count;
        }
    }

    /// <summary>Changes function maps. The new version.</summary>
    public long Tell(params FunctionMap[] changed)
    {
        lock (telling)
        {
            version++;
            foreach (var map in changed)
                maps[map.Initiative] = map;
            foreach (var watch in watches)
                watch.Writer.TryWrite(new WatchFunctionMapResponse { Maps = { changed }, Version = version });
            return version;
        }
    }

    public bool Hosts(string initiative)
    {
        lock (telling)
            return maps.TryGetValue(initiative, out var map) && map.Node == id;
    }

    public FunctionMap? MapOf(string initiative)
    {
        lock (telling)
            return maps.GetValueOrDefault(initiative);
    }

    public FunctionState? StateOf(string initiative, Function function)
    {
        lock (telling)
            return maps.TryGetValue(initiative, out var map)
                ? map.Functions.FirstOrDefault(state => state.Function == function)
                : null;
    }

    public ChannelReader<WatchFunctionMapResponse> Watch()
    {
        var watch = Channel.CreateUnbounded<WatchFunctionMapResponse>();
        lock (telling)
        {
            watch.Writer.TryWrite(new WatchFunctionMapResponse { Node = id, Level = level, Maps = { maps.Values } });
            watch.Writer.TryWrite(new WatchFunctionMapResponse { Complete = true, Version = version });
            watches.Add(watch);
        }
        return watch.Reader;
    }
}
