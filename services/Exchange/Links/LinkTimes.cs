namespace CollectiveImpact.Exchange.Links;

/// <summary>Every delay of a link, named.</summary>
internal static class LinkTimes
{
    /// <summary>Something is sent at least this often: proxies close streams that are silent for 100 s.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);

    /// <summary>A peer that is silent for longer than this is gone.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(50);

    /// <summary>A peer that does not answer the dial's Hello.</summary>
    public static readonly TimeSpan Handshake = TimeSpan.FromSeconds(10);

    /// <summary>The first and the longest wait when the parent can't be reached, or the stream broke.</summary>
    public static readonly TimeSpan UnreachableFirst = TimeSpan.FromMilliseconds(100);

    /// <inheritdoc cref="UnreachableFirst"/>
    public static readonly TimeSpan UnreachableLongest = TimeSpan.FromMinutes(2);

    /// <summary>When the parent says that it won't exchange with this node: only its operator can change that.</summary>
    public static readonly TimeSpan Stopped = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The wait before try number <paramref name="attempt"/>, from 1: doubling, and between half of it and the whole, so
    /// that the children of a parent that comes back do not all call at once.
    /// </summary>
    public static TimeSpan Unreachable(int attempt, Random random)
    {
        var full = Math.Min(UnreachableLongest.TotalMilliseconds, UnreachableFirst.TotalMilliseconds * Math.Pow(2, Math.Min(attempt - 1, 30)));
        return TimeSpan.FromMilliseconds(full * (0.5 + random.NextDouble() / 2));
    }
}
