namespace CollectiveImpact.Gateway.People;

/// <summary>A line of the audit trail.</summary>
internal sealed class ChangeLine
{
    public long Id { get; set; }

    /// <summary>Unix time in milliseconds.</summary>
    public long At { get; set; }

    public required string PersonId { get; set; }

    /// <summary>The name as it was then: the line stays when the person goes.</summary>
    public required string Name { get; set; }

    public required string Initiative { get; set; }

    public required string Method { get; set; }

    /// <summary>What it was about, by its ids; empty where nothing names it, or an earlier release wrote the line.</summary>
    public required string Subject { get; set; }
}
