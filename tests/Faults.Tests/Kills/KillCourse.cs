using CollectiveImpact.Faults.Tests.Writing;

namespace CollectiveImpact.Faults.Tests.Kills;

/// <summary>
/// A course of kills drawn from a seed. Moments are measured by the calls that writers begin, so that at each a call is on
/// its way: while a service does its full work, as soon as it answers, while it starts, and two services at once.
/// </summary>
internal sealed class KillCourse(IReadOnlyList<KilledService> services, Random random, CallCount calls)
{
    private const int MostCalls = 80;

    /// <summary>How often a process was killed.</summary>
    public int Kills { get; private set; }

    /// <param name="kills">How many kills it takes.</param>
    /// <param name="tell">Is told what was killed, each time.</param>
    /// <param name="patience">Ends it, with a failure.</param>
    public async Task RunAsync(int kills, Action<string> tell, CancellationToken patience)
    {
        while (Kills < kills)
        {
            var chosen = services[random.Next(services.Count)];
            switch (random.Next(10))
            {
                case < 4:
                    await chosen.AnsweringAsync(linked: true, patience);
                    await KillAsync("in full work", [chosen]);
                    break;
                case < 7:
                    await chosen.AnsweringAsync(linked: false, patience);
                    await KillAsync("answering", [chosen]);
                    break;
                case < 9:
                    await KillAsync("at any moment", [chosen]);
                    await chosen.StartedAsync(patience);
                    await KillAsync("while it starts", [chosen]);
                    break;
                default:
                    await KillAsync("at once", [.. services.Where(service => service != chosen)]);
                    break;
            }
        }

        async Task KillAsync(string when, KilledService[] killed)
        {
            await calls.AfterAsync(random.Next(MostCalls), patience);
            var names = killed.Where(service => service.Kill()).Select(service => service.Service.Name).ToList();
            if (names.Count == 0) return;
            Kills += names.Count;
            tell($"{Kills} kills: {string.Join(" and ", names)} {when}");
        }
    }
}
