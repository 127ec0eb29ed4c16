using System.Diagnostics;
using CollectiveImpact.Faults.Tests.Kills;
using CollectiveImpact.Faults.Tests.Settling;
using CollectiveImpact.Faults.Tests.Writing;
using CollectiveImpact.Postgres.Testing;
using Xunit.Abstractions;

namespace CollectiveImpact.Faults.Tests.Replicas;

/// <summary>Two processes of one service over one database: the one that holds the log is killed, and the other goes on.</summary>
public sealed class ReplicaTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Rounds = 3, MostCalls = 100;

    private readonly CancellationTokenSource _patience = new(TimeSpan.FromMinutes(5));
    private PostgresServer _server = null!;

    private CancellationToken Patience => _patience.Token;

    public async Task InitializeAsync() => _server = await PostgresServer.StartAsync(Durability.None, cancellationToken: Patience);

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _patience.Dispose();
    }

    [LinuxFact]
    public async Task When_the_replica_that_holds_the_log_is_killed_the_other_takes_over_and_nothing_is_lost()
    {
        await using var nest = await ReplicatedNest.StartAsync(await _server.CreateDatabaseAsync(Patience), Patience);
        try
        {
            await RunAsync(nest);
        }
        catch (TimeoutException exception)
        {
            Assert.Fail($"{exception.Message}{Environment.NewLine}{LastWords.Of(nest.Logs)}");
        }
    }

    private async Task RunAsync(ReplicatedNest nest)
    {
        var random = new Random(1);
        await using var writers = new Writers(Patience);
        writers.Begin(random, ReplicatedNest.Hamilton, nest.Local);
        writers.Begin(random, ReplicatedNest.Ontario, nest.Province);
        writers.Begin(random, ReplicatedNest.Toronto, nest.Province);
        await writers.WhileWellAsync(KillAsync(nest, writers, random));
        await writers.StopAsync();
        await new Quiet(nest.Places).AwaitAsync(links: 4, Patience);

        var findings = await new Settlement(nest.Places, ReplicatedNest.Initiatives, writers.Ledger).CompareAsync(Patience);
        output.WriteLine($"{writers.Ledger.Count} reports acknowledged; {findings}");
        Assert.True(findings.None, findings.ToString());
    }

    private async Task KillAsync(ReplicatedNest nest, Writers writers, Random random)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var holder = await nest.HolderAsync(Patience);
            await Wait.UntilAsync(
                "the other replica to stand by", async () => (await Task.WhenAll(nest.Replicas.Select(replica => replica.IsLiveAsync(Patience)))).All(live => live), all => all, Patience);
            await Wait.UntilAsync(
                "the province to exchange with both sides", () => nest.Province.StatusAsync(Patience), status => status.Links.Count(link => link.Phase == LinkState.Types.Phase.Open) == 2, Patience);
            await writers.Calls.AfterAsync(random.Next(MostCalls), Patience);
            var killed = Stopwatch.GetTimestamp();
            await holder.KillAsync();
            var next = await nest.HolderAsync(Patience);
            Assert.NotEqual(holder, next);
            output.WriteLine($"{next.Service.Name} was ready {Stopwatch.GetElapsedTime(killed).TotalSeconds:0.00} s after {holder.Service.Name} was killed");
            holder.Start();
        }
    }
}
