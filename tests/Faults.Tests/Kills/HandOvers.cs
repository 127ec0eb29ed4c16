using CollectiveImpact.Faults.Tests.Nodes;
using CollectiveImpact.Faults.Tests.Writing;

namespace CollectiveImpact.Faults.Tests.Kills;

/// <summary>Shared measurement of London goes up and comes back, again and again, while services are killed.</summary>
internal sealed class HandOvers(HandOver london, Random random, CallCount calls)
{
    private const int MostCalls = 300;

    /// <summary>How often it has moved.</summary>
    public int Count { get; private set; }

    /// <param name="stop">No further one is begun.</param>
    /// <param name="patience">Ends it in any case, with a failure.</param>
    public async Task RunAsync(CancellationToken stop, CancellationToken patience)
    {
        while (true)
        {
            foreach (var to in (string[])[KilledNest.Ontario, KilledNest.London])
            {
                using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, patience);
                await calls.AfterAsync(random.Next(MostCalls), either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (stop.IsCancellationRequested) return;
                await london.GiveAsync(to, patience);
                Count++;
            }
        }
    }
}
