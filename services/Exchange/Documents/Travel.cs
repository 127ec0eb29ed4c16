namespace CollectiveImpact.Exchange.Documents;

/// <summary>Which way documents of a kind travel.</summary>
public enum Travel
{
    /// <summary>They never leave the node that wrote them.</summary>
    Kept,

    /// <summary>To the initiative's own node, and to those of the initiatives it is aligned with.</summary>
    Up,

    /// <summary>To the initiative's own node, and to those of the initiatives that are aligned with it.</summary>
    Down,

    /// <summary>
    /// To the initiative's own node, and to those of all that it is aligned with or that are aligned with it.
    /// </summary>
    Line,

    /// <summary>To every node of the network.</summary>
    Network,
}
