namespace CollectiveImpact.Postgres.Testing;

/// <summary>What a commit on a private server means.</summary>
public enum Durability
{
    /// <summary>All as Debian ships it: what was committed is on disk. For benchmarks.</summary>
    Full,

    /// <summary>Nothing is forced to disk: faster, and lost when the machine stops. For tests.</summary>
    None,
}
