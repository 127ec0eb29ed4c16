namespace CollectiveImpact.Nest.Arrival;

/// <summary>What came of asking once.</summary>
internal enum PollOutcome
{
    Unchanged,
    Changed,

    /// <summary>Nobody answered: a process is away.</summary>
    Unreachable,
}
