namespace CollectiveImpact.Exchange.Log.Stores;

/// <summary>Where a node's log is kept: a file of its own, or a database that replicas of the service share.</summary>
internal interface ILogStore : IDisposable
{
    /// <summary>What an operator calls it: `SQLite`, `PostgreSQL`.</summary>
    string Name { get; }

    /// <summary>Takes the log for this process alone. Its tables may be of an earlier release, or be missing.</summary>
    /// <returns>Null while another process holds it.</returns>
    ILogSession? TryOpen();

    /// <summary>A connection that only reads, as of the last commit. It may be used while another process holds the log.</summary>
    LogReader OpenReader();
}

/// <summary>The log, held by this process: the one connection that writes.</summary>
internal interface ILogSession : IDisposable
{
    Statements Statements { get; }

    /// <summary>Begins a group of operations.</summary>
    void Begin();

    /// <summary>Puts the group on disk.</summary>
    void Commit();

    /// <summary>Comes back from a group that failed. False: the log is no longer held, and what became of the group is not known.</summary>
    bool TryAbandon();

    /// <summary>How often an idle holder has to make sure that it still is one; null where nothing but its end can change that.</summary>
    TimeSpan? BeatEvery { get; }

    /// <summary>Makes sure that the log is still held.</summary>
    /// <returns>False when it is not.</returns>
    bool TryBeat();
}
