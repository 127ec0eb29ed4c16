using CollectiveImpact.Simulation.Broken;
using CollectiveImpact.Simulation.Nodes;
using CollectiveImpact.Simulation.Truth;
using CollectiveImpact.Simulation.Wires;
using CollectiveImpact.Simulation.Workload;

namespace CollectiveImpact.Simulation.Running;

/// <summary>All that there is in one schedule.</summary>
internal sealed class World
{
    public World(long seed, string folder, BrokenRule broken, TextWriter? writer)
    {
        Random = new Random(unchecked((int)(seed ^ (seed >> 32))));
        Broken = broken;
        Trace = new Trace(Clock, writer);
        Shape = NestShape.Draw(seed, Random, folder);
        Network = new Network(Clock, Random, Broken);
        Network.Edges.AddRange(Shape.Edges);
    }

    public Random Random { get; }

    public BrokenRule Broken { get; }

    public SimulationClock Clock { get; } = new();

    public Trace Trace { get; }

    public NestShape Shape { get; }

    public Network Network { get; }

    public Ledger Ledger { get; } = new();

    /// <summary>Whether the rule that is to be broken is broken yet: setting up is left alone.</summary>
    public bool IsBreaking { get; set; }

    public IReadOnlyList<SimulatedNode> Nodes => Shape.Nodes;

    /// <summary>The processes that serve.</summary>
    public IEnumerable<NodeProcess> Serving => Nodes.Select(node => node.Process).OfType<NodeProcess>().Where(process => process.IsServing);

    public bool Chance(int ofHundred) => Random.Next(100) < ofHundred;

    public T Pick<T>(IReadOnlyList<T> from) => from[Random.Next(from.Count)];

    /// <summary>Starts a node's process; it may end while it starts.</summary>
    public void Start(SimulatedNode node)
    {
        var process = new NodeProcess(node, new Surroundings(
            Clock, new Random(Random.Next()), Network.DialFrom, Broken.Store(this, node),
            (_, document) => Committed(node, document), words => Trace.Say($"{node} says: {words}")));
        node.Process = process;
        try
        {
            process.Start();
            if (node.IsRestored)
            {
                node.IsRestored = false;
                Broken.Restored(this, node);
            }

            Trace.Say($"{node} starts with log {node.Process!.Log.Id[..4]} at {node.Process!.Log.Head}");
        }
        catch (Exception exception) when (exception is CrashException or IOException or Microsoft.Data.Sqlite.SqliteException)
        {
            Trace.Say($"{node} does not start: {exception.Message}");
            End(node, TimeSpan.FromSeconds(Random.Next(1, 60)), silent: false);
        }
    }

    /// <summary>Ends a node's process as a crash does; it is started again after a while.</summary>
    public void End(SimulatedNode node, TimeSpan pause, bool silent)
    {
        var process = node.Process!;
        process.Die();
        Network.Lose(process, silent ? TimeSpan.FromMinutes(2) : TimeSpan.Zero);
        (node.Process, node.Disk.CrashAfter, node.Disk.StumbleAfter, node.StartAt) = (null, null, null, Clock.Now + pause.Ticks);
        Ledger.Ended(node);
        Trace.Say($"{node} ends, for {pause}");
    }

    private void Committed(SimulatedNode node, Exchange.Documents.StoredDocument document)
    {
        Trace.Say($"{node} writes {document.Key} {document.Content.Epoch}.{document.Content.Revision} as {document.Sequence}{(document.Content.Deleted ? ", withdrawn" : "")}");
        Ledger.Committed(document.Content);
    }
}
