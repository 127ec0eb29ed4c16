using System.Collections.Concurrent;
using CollectiveImpact.Nest.Output;
using CollectiveImpact.NestFolder.Requests;
using CollectiveImpact.NestLoading;
using CollectiveImpact.NestLoading.Progress;

namespace CollectiveImpact.Nest.Arrival;

/// <summary>Waits until the roll-up of every published figure has arrived at its level.</summary>
internal sealed class ArrivalWatch(NestConnection nest, TimeProvider time, IStageProgress progress)
{
    private const int CallsAtOnce = 8;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan LongestUnreachable = TimeSpan.FromMinutes(2);

    // A link that was cut is dialled again within seconds; one that has been still for so long brings nothing more.
    private static readonly TimeSpan StillAfterLoad = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan StillAfterRestart = TimeSpan.FromSeconds(3);

    /// <summary>The figures as they stand when all have arrived, or when nothing has changed for a while.</summary>
    /// <param name="figures">What is to arrive.</param>
    /// <param name="loaded">Whether the folder has just been loaded, so that the sums are known; not where it was loaded in an earlier run.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<ArrivedFigure>> WaitAsync(
        IReadOnlyList<ExpectedFigure> figures, bool loaded, CancellationToken cancellationToken)
    {
        progress.Begin(Screen.Figures, figures.Count);
        var polls = figures
            .GroupBy(figure => (figure.Published.Initiative, figure.Published.Indicator, figure.Published.Cell))
            .Select(series => new SeriesPoll(series))
            .ToArray();
        var open = polls.ToList();
        var (lastChange, lastAnswer) = (time.GetTimestamp(), time.GetTimestamp());
        while (open.Count > 0 && time.GetElapsedTime(lastChange) < (loaded ? StillAfterLoad : StillAfterRestart))
        {
            var outcomes = new ConcurrentBag<PollOutcome>();
            await Parallel.ForEachAsync(
                open, new ParallelOptions { MaxDegreeOfParallelism = CallsAtOnce, CancellationToken = cancellationToken },
                async (poll, token) => outcomes.Add(await poll.ReadAsync(nest, time, token)));

            if (!outcomes.Contains(PollOutcome.Unreachable))
                lastAnswer = time.GetTimestamp();
            else if (time.GetElapsedTime(lastAnswer) > LongestUnreachable)
                throw new RunFailure("The nest has stopped answering: not every figure could be read.");
            if (outcomes.Any(outcome => outcome != PollOutcome.Unchanged))
                lastChange = time.GetTimestamp();
            foreach (var poll in open.Where(poll => poll.IsComplete(exactly: loaded)))
                progress.Advance(Screen.Figures, poll.Arrived.Count);
            open.RemoveAll(poll => poll.IsComplete(exactly: loaded));
            if (open.Count > 0)
                await Task.Delay(Pause, time, cancellationToken);
        }
        var arrived = polls.SelectMany(poll => poll.Arrived).ToDictionary(figure => figure.Expected);
        return [.. figures.Select(figure => arrived[figure])];
    }
}
