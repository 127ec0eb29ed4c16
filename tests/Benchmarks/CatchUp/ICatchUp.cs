namespace CollectiveImpact.Benchmarks.CatchUp;

/// <summary>One of those that bring the other end up to date after a cut.</summary>
internal interface ICatchUp : IAsyncDisposable
{
    /// <summary>What it does, as the table calls it.</summary>
    string Name { get; }

    /// <summary>Cuts the two ends, has one of them write documents, and joins them again.</summary>
    /// <param name="round">From 0: each has documents of its own.</param>
    /// <param name="documents">How many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<CaughtUp> RunAsync(int round, int documents, CancellationToken cancellationToken);
}

/// <summary>One side's round.</summary>
/// <param name="Seconds">From the two ends' being joined until the other has all.</param>
/// <param name="Processor">Seconds that both ends used of the processors in it.</param>
internal sealed record CaughtUp(double Seconds, double Processor);
