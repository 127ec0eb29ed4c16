using System.Diagnostics;

namespace CollectiveImpact.Benchmarks.RollUp;

/// <summary>So many callers at once, each of which sends its next when its last is answered.</summary>
internal static class Callers
{
    /// <summary>Sends everything, and says when each was sent and answered.</summary>
    /// <param name="count">How many callers.</param>
    /// <param name="items">What is sent, in this order.</param>
    /// <param name="send">Sends one item, as the caller of a number from 0.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<(long[] Sent, long[] Answered)> SendAsync<T>(
        int count, T[] items, Func<int, T, CancellationToken, Task> send, CancellationToken cancellationToken)
    {
        var (sent, answered) = (new long[items.Length], new long[items.Length]);
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, count).Select(caller => Task.Run(() => CallAsync(caller), cancellationToken)));
        return (sent, answered);

        async Task CallAsync(int caller)
        {
            for (var i = Interlocked.Increment(ref next); i < items.Length; i = Interlocked.Increment(ref next))
            {
                sent[i] = Stopwatch.GetTimestamp();
                await send(caller, items[i], cancellationToken);
                answered[i] = Stopwatch.GetTimestamp();
            }
        }
    }
}
