using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Simulation.Nodes;

namespace CollectiveImpact.Simulation.Truth;

/// <summary>The model: what was committed by whoever may write it, and so has to stand in the end.</summary>
internal sealed class Ledger
{
    private readonly SortedDictionary<string, (DocumentKey Key, History History)> _histories = new(StringComparer.Ordinal);

    public IEnumerable<(DocumentKey Key, History History)> All => _histories.Values;

    /// <summary>How often a node lost what it had.</summary>
    public int Restores { get; private set; }

    public History? Find(DocumentKey key) => _histories.TryGetValue(key.ToString(), out var found) ? found.History : null;

    public void Committed(V1.Document document)
    {
        var key = new DocumentKey(document.Initiative, document.Kind, document.Id);
        if (!_histories.TryGetValue(key.ToString(), out var found)) _histories.Add(key.ToString(), found = (key, new History()));
        found.History.Add(document);
    }

    /// <summary>A process ended, and may have committed what it no longer told anybody.</summary>
    public void Ended(SimulatedNode node)
    {
        foreach (var held in Holdings.Of(node.Files.Database).Where(held => held.Writer == node.Key.Node.Fingerprint))
            if ((Find(held.Key)?.IndexOf(held.Content) ?? -1) < 0) Committed(held.Content);
    }

    /// <summary>A node lost what it had, but for a backup: what no disk has any more need not stand.</summary>
    public void Restored(SimulatedNode node, IEnumerable<Held> backup, IEnumerable<SimulatedNode> all)
    {
        Restores++;
        Dictionary<DocumentKey, Held> latest = [];
        foreach (var held in all.Where(other => other != node).SelectMany(other => Holdings.Of(other.Files.Database)).Concat(backup))
            if (!latest.TryGetValue(held.Key, out var before) || held.Supersedes(before)) latest[held.Key] = held;
        foreach (var (key, history) in All) history.Forget(latest.GetValueOrDefault(key)?.Content);
    }
}
