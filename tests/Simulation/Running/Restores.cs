using CollectiveImpact.Exchange.Links;
using CollectiveImpact.Simulation.Nodes;
using CollectiveImpact.Simulation.Truth;
using CollectiveImpact.Simulation.Wires;

namespace CollectiveImpact.Simulation.Running;

/// <summary>Backups that operators take and take up; and copies of the database that somebody puts back by hand.</summary>
internal sealed class Restores(World world)
{
    private readonly List<(SimulatedNode Node, byte[] Backup, List<Held> Held)> _backups = [];
    private readonly List<Copied> _copies = [];
    private (Copied Copy, List<Edge> Edges)? _waiting;
    private (SimulatedNode Node, string Log, List<Edge> Closed)? _guard;

    public void Back()
    {
        if (Any() is not { } process) return;
        _backups.Add((process.Node, process.Backup(), Holdings.Of(process.Node.Files.Database)));
        world.Trace.Say($"{process.Node} is backed up at {process.Log.Head}");
    }

    /// <summary>As the product does it: the node takes up a backup, and gives its log a new id.</summary>
    public void Restore()
    {
        if (_backups.Count == 0 || _guard is not null || _waiting is not null) return;
        var (node, backup, held) = world.Pick(_backups);
        world.Trace.Say($"{node} is restored from a backup of {held.Count} documents");
        Empty(node, held);
        node.Files.LeaveBackup(backup);
        node.IsRestored = true;
        // Taking it up takes some eight statements a document, and half as many again.
        if (world.Chance(40)) node.Disk.CrashAfter = world.Random.Next(8 * held.Count);
    }

    public void Copy()
    {
        if (Any() is not { } process) return;
        _copies.Add(new Copied(process.Node, process.Node.Files.Copy(), Holdings.Of(process.Node.Files.Database), process.Log.Id, process.Log.Head));
        world.Trace.Say($"{process.Node}'s files are copied at {process.Log.Head}");
    }

    /// <summary>
    /// As one should not: the file is put back, under the log's old id. It is noticed where another node has received
    /// more than there is; so that it is, nobody writes there until such a node has called.
    /// </summary>
    public void PutCopy()
    {
        if (_copies.Count == 0 || _guard is not null || _waiting is not null) return;
        var copy = world.Pick(_copies);
        var edges = world.Network.Edges.Where(edge => edge.Child == copy.Node || edge.Parent == copy.Node).ToList();
        if (edges.Exists(edge => edge.Cut != Cut.None)) return;
        if (copy.Node.Process is not null) world.End(copy.Node, TimeSpan.Zero, silent: false);
        foreach (var edge in edges) edge.Cut = Cut.Refused;
        foreach (var wire in world.Network.Wires.Where(wire => edges.Contains(wire.Edge)).ToList()) wire.Break();
        (copy.Node.IsHeld, _waiting) = (true, (copy, edges));
    }

    /// <summary>Nothing moves: goes on with what waited for that.</summary>
    public void Look()
    {
        if (_waiting is var (copy, edges))
        {
            _waiting = null;
            PutBack(copy, edges);
        }

        if (_guard is not var (node, log, closed) || node.Process is not { IsServing: true } process || process.Log.Id == log) return;
        world.Trace.Say($"{node} has noticed what it lost");
        Open(closed);
        node.IsClosed = false;
        _guard = null;
    }

    private static void Open(List<Edge> edges) => edges.ForEach(edge => edge.Cut = Cut.None);

    private void PutBack(Copied copy, List<Edge> edges)
    {
        var (node, cursors) = (copy.Node, edges.Select(edge => CursorOf(edge.Child == copy.Node ? edge.Parent : edge.Child, copy.Node, copy.Log)).ToList());
        node.IsHeld = false;
        var furthest = cursors.Max() ?? 0;
        // So close behind that what the node writes by itself as it starts could hide what is missing; or nobody knows.
        if (cursors.Contains(null) || (furthest > copy.Head && furthest < copy.Head + 5))
        {
            Open(edges);
            return;
        }

        world.Trace.Say($"{node}'s files of {copy.Held.Count} documents are put back, at {copy.Head} where {furthest} was received");
        Empty(node, copy.Held);
        File.Delete(Path.Combine(node.Files.Folder, "restore.backup"));
        node.IsRestored = false;
        node.Files.Put(copy.Files);
        if (furthest <= copy.Head)
        {
            Open(edges);
            return;
        }

        var first = edges[cursors.IndexOf(furthest)];
        first.Cut = Cut.None;
        node.IsClosed = true;
        _guard = (node, copy.Log, edges.FindAll(edge => edge != first));
    }

    private void Empty(SimulatedNode node, List<Held> held)
    {
        if (node.Process is not null) world.End(node, TimeSpan.FromSeconds(world.Random.Next(100)), silent: false);
        world.Ledger.Restored(node, held, world.Nodes);
        node.Files.Clear();
    }

    private NodeProcess? Any()
    {
        var serving = world.Serving.ToList();
        return serving.Count == 0 ? null : world.Pick(serving);
    }

    /// <summary>
    /// How far a node has received a log of another; further than any goes, where it knows that the log has another id
    /// since; null where it can't be asked now.
    /// </summary>
    private static long? CursorOf(SimulatedNode at, SimulatedNode of, string log)
    {
        if (at.Process is not { IsServing: true } process) return null;
        if (process.Log.Read(LinkTable.All).SingleOrDefault(link => link.Peer == of.Key.Node) is not { } link) return 0;
        if (link.ReceivedLog == log) return link.Received;
        return process.Log.Read(reader =>
        {
            using var rows = reader.Query("SELECT 1 FROM peer_logs WHERE link = $1 AND log = $2", link.Number, log);
            return rows.Read() ? long.MaxValue : 0;
        });
    }

    private sealed record Copied(SimulatedNode Node, IReadOnlyDictionary<string, byte[]> Files, List<Held> Held, string Log, long Head);
}
