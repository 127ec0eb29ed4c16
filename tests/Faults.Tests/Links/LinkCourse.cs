using CollectiveImpact.Faults.Tests.Writing;

namespace CollectiveImpact.Faults.Tests.Links;

/// <summary>A course of faults on a link while reports flow over it, drawn from a seed.</summary>
internal sealed class LinkCourse(ProxiedLink link, Random random, CallCount calls)
{
    private const int MostCalls = 60;

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(20);

    private readonly List<string> _gone = [];

    /// <summary>The faults so far, for a message.</summary>
    public string Gone => string.Join(", ", _gone);

    /// <param name="faults">How many of each kind.</param>
    /// <param name="patience">Ends it, with a failure.</param>
    public async Task RunAsync(int faults, CancellationToken patience)
    {
        List<(string Name, Func<CancellationToken, Task> Run)> kinds =
            [("stall", StallAsync), ("reset", ResetAsync), ("cut", CutAsync), ("throttle", ThrottleAsync), ("refuse", RefuseAsync)];
        var course = Enumerable.Repeat(kinds, faults).SelectMany(kind => kind).ToArray();
        random.Shuffle(course);
        foreach (var (name, run) in course)
        {
            _gone.Add(name);
            // Now and then the next fault meets a link that is still on its way up.
            if (random.Next(4) > 0) await link.OpenAsync(patience);
            await calls.AfterAsync(random.Next(MostCalls), patience);
            await run(patience);
            link.Proxy.Heal();
        }
    }

    private async Task StallAsync(CancellationToken patience)
    {
        link.Proxy.Stall();
        await Wait.UntilAsync(
            "both ends to notice that the link stands still",
            async () =>
            {
                link.Clock.Move(Step);
                return await link.StateAsync(patience);
            },
            state => state.Child.Phase != LinkState.Types.Phase.Open && state.Parent.Phase != LinkState.Types.Phase.Open,
            patience);
    }

    private Task ResetAsync(CancellationToken patience)
    {
        link.Proxy.Reset();
        return calls.AfterAsync(random.Next(MostCalls), patience);
    }

    private async Task CutAsync(CancellationToken patience)
    {
        var before = link.Proxy.Cuts;
        link.Proxy.CutAfter(random.Next(1, 30_000));
        await Wait.UntilAsync(
            "the link to be cut off",
            async () =>
            {
                // It may be on its way up, and say nothing for a while.
                if (link.Proxy.Cuts == before) await link.OpenAsync(patience);
                return link.Proxy.Cuts;
            },
            cuts => cuts > before,
            patience);
    }

    private Task ThrottleAsync(CancellationToken patience)
    {
        link.Proxy.Throttle(random.Next(500, 20_000));
        return calls.AfterAsync(random.Next(MostCalls, 4 * MostCalls), patience);
    }

    private async Task RefuseAsync(CancellationToken patience)
    {
        link.Proxy.Refuse();
        link.Proxy.Reset();
        await Wait.UntilAsync(
            "the child to be refused",
            async () => (await link.StateAsync(patience)).Child,
            child => child.Phase == LinkState.Types.Phase.Waiting,
            patience);
        await calls.AfterAsync(random.Next(MostCalls), patience);
    }
}
