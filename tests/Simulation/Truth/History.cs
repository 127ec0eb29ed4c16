using CollectiveImpact.V1;
using Google.Protobuf;

namespace CollectiveImpact.Simulation.Truth;

/// <summary>All that was ever said under one key, in the order in which it was committed.</summary>
internal sealed class History
{
    private readonly List<(long Epoch, bool Deleted, ByteString Payload)> _said = [];

    /// <summary>What is said in the end must be this or later; -1: nothing need be.</summary>
    public int Floor { get; private set; } = -1;

    public int Count => _said.Count;

    /// <summary>The last place at which this was said; -1 when it never was.</summary>
    public int IndexOf(Document document) => _said.FindLastIndex(said => said == (document.Epoch, document.Deleted, document.Payload));

    /// <summary>Takes down what a node committed. What it only says again is nothing new.</summary>
    public void Add(Document document)
    {
        var index = IndexOf(document);
        if (index >= 0 && (!document.Deleted || index == _said.Count - 1)) return;
        _said.Add((document.Epoch, document.Deleted, document.Payload));
        // Under a tenure that another has followed, it does not come up against what that one's holder said.
        if (Floor < 0 || document.Epoch >= _said[Floor].Epoch) Floor = _said.Count - 1;
    }

    /// <summary>A node was restored, and this is the latest that any disk still has of it.</summary>
    public void Forget(Document? latest) => Floor = Math.Min(Floor, latest is null ? -1 : IndexOf(latest));
}
