using System.Threading.Channels;
using CollectiveImpact.Exchange.Links;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.Exchange.Operator;
using CollectiveImpact.Simulation.Nodes;
using CollectiveImpact.Simulation.Running;
using CollectiveImpact.Simulation.Wires;
using CollectiveImpact.Simulation.Workload;
using CollectiveImpact.V1;

namespace CollectiveImpact.Simulation.Truth;

/// <summary>Holds what stands at every node against the model.</summary>
internal sealed class Verdict(World world, Clients clients)
{
    /// <summary>Whether every node has all of its peers' logs.</summary>
    public bool IsQuiet() => Unquiet().Length == 0;

    /// <summary>Which do not, for people; empty where all do.</summary>
    public string Unquiet()
    {
        foreach (var node in world.Nodes)
            if (node.Process is not { IsServing: true }) return $"{node} does not run";
        foreach (var edge in world.Network.Edges)
        {
            if (edge.Cut != Cut.None) return $"{edge} is cut";
            if (Behind(edge.Child.Process!, edge.Parent.Process!) is { } below) return $"{edge.Child} {below} of {edge.Parent}";
            if (Behind(edge.Parent.Process!, edge.Child.Process!) is { } above) return $"{edge.Parent} {above} of {edge.Child}";
        }

        return "";
    }

    /// <exception cref="SimulationFailure">Something does not stand as it should.</exception>
    public void Pass()
    {
        var at = world.Nodes.ToDictionary(node => node, node => Holdings.Of(node.Files.Database));
        var documents = new DocumentVerdict(world, clients);
        var reference = documents.Pass(at);
        foreach (var node in world.Nodes)
        {
            new TotalVerdict(world, node, reference).Pass();
            var log = node.Process!.Log;
            var last = log.Read(reader => Number(reader.Query("SELECT coalesce(max(sequence), 0) FROM documents")));
            if (last != log.Head) throw new SimulationFailure($"{node}'s log ends at {last}, and it says {log.Head}");
            var refused = log.Read(reader => Number(reader.Query("SELECT count(*) FROM refusals WHERE accepted = 0 AND by_peer = 0")));
            if (refused > 0) throw new SimulationFailure($"{node} still refuses {refused} documents: {Refused(node.Process!)}");
            Verify(node.Process!);
        }
    }

    private static string? Behind(NodeProcess process, NodeProcess peer)
    {
        var link = process.Log.Read(LinkTable.All).SingleOrDefault(link => link.Peer == peer.Node.Key.Node);
        return link is null ? "has no link"
            : link.ReceivedLog != peer.Log.Id ? "has another log"
            : link.Received != peer.Log.Head ? $"has {link.Received} of {peer.Log.Head}"
            : null;
    }

    private static string Refused(NodeProcess process) => process.Log.Read(reader =>
    {
        using var rows = reader.Query("SELECT initiative, kind, id, epoch, revision, reason FROM refusals WHERE accepted = 0 AND by_peer = 0 LIMIT 5");
        List<string> refused = [];
        while (rows.Read()) refused.Add($"{rows.GetString(1)} {rows.GetString(0)}/{rows.GetString(2)} {rows.GetInt64(3)}.{rows.GetInt64(4)}: {rows.GetString(5)}");
        return string.Join("; ", refused);
    });

    /// <summary>The node's own check of all that it keeps: places, keys, signatures, totals.</summary>
    private static void Verify(NodeProcess process)
    {
        var answers = Channel.CreateUnbounded<VerifyProgress>();
        Verification.Run(process.Log, [.. process.All<ITableCheck>()], answers.Writer, CancellationToken.None);
        while (answers.Reader.TryRead(out var answer))
            if (answer.Faults.Count > 0) throw new SimulationFailure($"{process.Node} finds a fault in itself: {answer.Faults[0]}");
    }

    private static long Number(Rows row)
    {
        using (row) return row.Read() ? row.GetInt64(0) : 0;
    }
}
