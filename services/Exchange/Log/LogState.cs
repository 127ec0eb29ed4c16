using CollectiveImpact.Exchange.Documents;

namespace CollectiveImpact.Exchange.Log;

/// <summary>What the log's thread knows without asking the database.</summary>
internal sealed class LogState
{
    public required string Id { get; set; }

    public required long Head { get; set; }

    /// <summary>The writers whose keys are stored. One too many after a failed commit costs nothing but a lookup.</summary>
    public required HashSet<NodeId> Keys { get; init; }

    /// <summary>Whether anything refused is held. True is the safe side.</summary>
    public required bool Holds { get; set; }
}
