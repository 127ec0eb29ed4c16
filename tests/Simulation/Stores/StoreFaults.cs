using Microsoft.Data.Sqlite;

namespace CollectiveImpact.Simulation.Stores;

/// <summary>What is wrong with a node's disk, or about to be.</summary>
internal sealed class StoreFaults
{
    /// <summary>Statements and commits until the process ends; null: it goes on.</summary>
    public int? CrashAfter { get; set; }

    /// <summary>Whether the database file can't grow.</summary>
    public bool DiskIsFull { get; set; }

    /// <summary>Statements until one fails, as where a disk does not answer; null: none will.</summary>
    public int? StumbleAfter { get; set; }

    /// <summary>Counts a step of the store, before it is taken.</summary>
    /// <exception cref="Running.CrashException">The process ends here, and every later step of it as well.</exception>
    /// <exception cref="SqliteException">The step fails, and the next may succeed.</exception>
    public void Step()
    {
        if (StumbleAfter is { } more)
        {
            StumbleAfter = more > 0 ? more - 1 : null;
            if (more == 0) throw new SqliteException("disk I/O error", 10);
        }

        StepAfter();
    }

    /// <summary>The same after it was taken: it can't fail any more, but the process can end.</summary>
    public void StepAfter()
    {
        if (CrashAfter is not { } left) return;
        if (left <= 0) throw new Running.CrashException();
        CrashAfter = left - 1;
    }
}
