using System.Diagnostics;

namespace CollectiveImpact.Benchmarks.RollUp;

/// <summary>How reports are sent.</summary>
/// <param name="Callers">How many send at once. Each sends its next when its last is answered.</param>
/// <param name="Batch">Reports that are sent as one; 1 for one by one.</param>
/// <param name="Rate">Reports a second, at even distances and whatever was answered; 0 for as fast as the callers can.</param>
internal sealed record Sending(int Callers, int Batch, int Rate = 0)
{
    /// <summary>Sends everything, and says when each report was sent and answered.</summary>
    /// <param name="reports">What is sent, in this order.</param>
    /// <param name="send">Sends a batch, as the caller of a number from 0.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<(long[] Sent, long[] Answered)> RunAsync(
        SampleReport[] reports, Func<int, SampleReport[], CancellationToken, Task> send, CancellationToken cancellationToken)
    {
        var batches = reports.Chunk(Batch).ToArray();
        var (sent, answered) = (new long[reports.Length], new long[reports.Length]);
        var next = -1;
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(() => CallAsync(caller), cancellationToken)));
        return (sent, answered);

        async Task CallAsync(int caller)
        {
            for (var i = Interlocked.Increment(ref next); i < batches.Length; i = Interlocked.Increment(ref next))
            {
                if (Rate > 0) await DueAsync(i);
                var at = i * Batch;
                Array.Fill(sent, Stopwatch.GetTimestamp(), at, batches[i].Length);
                await send(caller, batches[i], cancellationToken);
                Array.Fill(answered, Stopwatch.GetTimestamp(), at, batches[i].Length);
            }
        }

        async Task DueAsync(int batch)
        {
            var wait = TimeSpan.FromSeconds((double)batch * Batch / Rate) - Stopwatch.GetElapsedTime(begun);
            if (wait > TimeSpan.Zero) await Task.Delay(wait, cancellationToken);
        }
    }
}
