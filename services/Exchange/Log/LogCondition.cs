namespace CollectiveImpact.Exchange.Log;

/// <summary>Whether a log takes writes.</summary>
public enum LogCondition
{
    /// <summary>This process does not hold it (yet).</summary>
    StandingBy,

    /// <summary>It is open, and what was last written is on disk.</summary>
    Writable,

    /// <summary>The store failed when it was last written: a full disk, a broken file.</summary>
    Failing,
}
