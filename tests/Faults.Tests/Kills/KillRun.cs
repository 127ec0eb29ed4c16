using System.Diagnostics;
using CollectiveImpact.Faults.Tests.Settling;
using CollectiveImpact.Faults.Tests.Writing;

namespace CollectiveImpact.Faults.Tests.Kills;

/// <summary>Services are killed while reports flow, and then all that was acknowledged is looked for.</summary>
/// <param name="kills">How many kills.</param>
/// <param name="seed">What the course is drawn from.</param>
/// <param name="tell">Is told how it goes.</param>
internal sealed class KillRun(int kills, int seed, Action<string> tell)
{
    // Up to its links' next tries a nest needs seconds after a kill; on a machine that does much else, many.
    private static readonly TimeSpan PatienceOfKill = TimeSpan.FromSeconds(20), PatienceOfRest = TimeSpan.FromMinutes(4);

    /// <exception cref="TimeoutException">Something that has to happen did not in time; the message says what, and what services said.</exception>
    public async Task<KillOutcome> RunAsync()
    {
        var begun = Stopwatch.GetTimestamp();
        using var patience = new CancellationTokenSource(PatienceOfRest + kills * PatienceOfKill);
        tell($"seed {seed}");
        await using var nest = await KilledNest.StartAsync(patience.Token);
        try
        {
            var outcome = await RunAsync(nest, begun, patience.Token);
            if (!outcome.Findings.None) Keep(nest);
            return outcome;
        }
        catch (Exception exception)
        {
            Keep(nest);
            throw new InvalidOperationException($"{exception.Message}{Environment.NewLine}{LastWords.Of(nest.Folder)}", exception);
        }
    }

    private void Keep(KilledNest nest)
    {
        nest.Keep();
        tell($"the databases and what the services said are kept in {nest.Folder}");
    }

    private async Task<KillOutcome> RunAsync(KilledNest nest, long begun, CancellationToken patience)
    {
        var random = new Random(seed);
        await using var writers = new Writers(patience);
        nest.Begin(writers, random);
        var course = new KillCourse(nest.Services, new Random(random.Next()), writers.Calls);
        var handOvers = new HandOvers(nest.HandOverOfLondon, new Random(random.Next()), writers.Calls);
        tell($"{Seconds()} s: the services are up and take reports");
        await writers.WhileWellAsync(FaultAsync());
        await writers.StopAsync();
        tell($"{Seconds()} s: {course.Kills} kills, {handOvers.Count} hand-overs, {writers.Ledger.Count} reports acknowledged");
        await new Quiet(nest.Places).AwaitAsync(links: 4, patience);
        tell($"{Seconds()} s: all is quiet");
        var findings = await new Settlement(nest.Places, KilledNest.Initiatives, writers.Ledger).CompareAsync(patience);
        return new KillOutcome(seed, course.Kills, handOvers.Count, writers.Ledger.Count, writers.Ledger.Failed.Values.Sum(), TimeSpan.FromSeconds(Seconds()), findings);

        async Task FaultAsync()
        {
            using var stop = new CancellationTokenSource();
            var moving = handOvers.RunAsync(stop.Token, patience);
            var staying = nest.Services.Select(service => service.Run);
            var killing = course.RunAsync(kills, what => tell($"{Seconds()} s: {what}; {writers.Ledger.Count} reports acknowledged"), patience);
            // Whichever ends before the kills do has failed, and says why.
            await await Task.WhenAny([killing, moving, .. staying]);
            await stop.CancelAsync();
            await killing;
            await moving;
        }

        long Seconds() => (long)Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }
}
