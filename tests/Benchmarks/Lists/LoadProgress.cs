using System.Diagnostics;

namespace CollectiveImpact.Benchmarks.Lists;

/// <summary>A line now and then of how many documents were written.</summary>
internal sealed class LoadProgress
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    private readonly long _begun = Stopwatch.GetTimestamp();
    private long _told = Stopwatch.GetTimestamp();
    private int _written;

    /// <summary>Documents so far.</summary>
    public int Written => _written;

    public double Rate => _written / Stopwatch.GetElapsedTime(_begun).TotalSeconds;

    public void Count()
    {
        var written = Interlocked.Increment(ref _written);
        var told = Volatile.Read(ref _told);
        if (Stopwatch.GetElapsedTime(told) < Every || Interlocked.CompareExchange(ref _told, Stopwatch.GetTimestamp(), told) != told) return;
        Say($"{written:#,0} documents, {Rate:#,0}/s");
    }

    public void Say(string what) => Console.WriteLine($"  {Stopwatch.GetElapsedTime(_begun).TotalSeconds,5:0} s  {what}");
}
