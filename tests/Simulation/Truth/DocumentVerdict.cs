using CollectiveImpact.Backbone.Measurement;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Simulation.Nodes;
using CollectiveImpact.Simulation.Running;
using CollectiveImpact.Simulation.Workload;
using CollectiveImpact.V1;

namespace CollectiveImpact.Simulation.Truth;

/// <summary>Every document that has to stand does, at every node where it should: once, the same, and no other.</summary>
internal sealed class DocumentVerdict(World world, Clients clients)
{
    /// <returns>What stands, by key.</returns>
    public Dictionary<DocumentKey, Held> Pass(Dictionary<SimulatedNode, List<Held>> at)
    {
        Dictionary<DocumentKey, (Held Held, SimulatedNode At)> reference = [];
        foreach (var node in world.Nodes)
        {
            HashSet<DocumentKey> keys = [];
            foreach (var held in at[node])
            {
                if (!keys.Add(held.Key)) throw new SimulationFailure($"{node} has {held.Key} twice");
                var history = world.Ledger.Find(held.Key);
                var index = history?.IndexOf(held.Content) ?? -1;
                if (index < 0) throw new SimulationFailure($"{node} has {held.Key} {Revision(held)}, which nobody wrote so");
                if (IsByTheWay(held, node)) continue;
                if (index < history!.Floor) throw new SimulationFailure($"{node} has {held.Key} {Revision(held)}, the {index}th that was said; the {history.Floor}th was acknowledged after it");
                if (!May(held, node)) throw new SimulationFailure($"{node} has {held.Key}, which is not meant for it");
                if (!reference.TryAdd(held.Key, (held, node)) && !reference[held.Key].Held.Bytes.AsSpan().SequenceEqual(held.Bytes))
                    throw new SimulationFailure($"{node} has {held.Key} {Revision(held)}, and {reference[held.Key].At} {Revision(reference[held.Key].Held)}");
                if (held.Content.Kind == "report") CheckAttempt(node, held);
            }

            foreach (var (key, history) in world.Ledger.All)
                if (history.Floor >= 0 && !keys.Contains(key) && Should(key, node)) throw new SimulationFailure($"{node} lacks {key}, which was acknowledged");
        }

        foreach (var (key, (held, first)) in reference)
            foreach (var node in world.Nodes)
                if (Should(key, node) && !at[node].Exists(other => other.Key == key)) throw new SimulationFailure($"{node} lacks {key} {Revision(held)}, which {first} has");
        return reference.ToDictionary(pair => pair.Key, pair => pair.Value.Held);
    }

    private static string Revision(Held held) => $"{held.Content.Epoch}.{held.Content.Revision}{(held.Content.Deleted ? " (withdrawn)" : "")}";

    /// <summary>A caller was told whether it stands.</summary>
    private void CheckAttempt(SimulatedNode node, Held held)
    {
        if (held.Content.Deleted) return;
        var attempt = Clients.AttemptOf(ReportRecord.Parser.ParseFrom(held.Content.Payload).Observations[0].Value);
        if (clients.Failed.Contains(attempt)) throw new SimulationFailure($"{node} has {held.Key} of call {attempt}, whose caller was told that it failed");
    }

    /// <summary>Whether a document has to be at a node: what goes up at its initiative's and those above, the rest everywhere.</summary>
    private bool Should(DocumentKey key, SimulatedNode node) => key.Kind != ReportKind.Kind
        || world.Shape.Ancestors(key.Initiative).Append(key.Initiative).Any(initiative => world.Shape.Of(initiative).Host == node);

    /// <summary>
    /// Where ways form a ring, because one node has two parents, the first way by which an initiative's record came may
    /// lead round it, and documents for its node with it; and after a restore, the first to return a record may have been
    /// a province that it is not below. What a node passes on so need not be the latest.
    /// </summary>
    private bool IsByTheWay(Held held, SimulatedNode node) => !May(held, node)
        && (world.Network.Edges.Count >= world.Nodes.Count || (world.Ledger.Restores > 0 && node.Level == Level.Provincial));

    /// <summary>Whether it may be there by right.</summary>
    private bool May(Held held, SimulatedNode node) => Should(held.Key, node) || held.Writer == node.Key.Node.Fingerprint;
}
