using CollectiveImpact.Faults.Tests.Settling;
using CollectiveImpact.Faults.Tests.Writing;
using Grpc.Core;
using Grpc.Net.Client;

namespace CollectiveImpact.Faults.Tests.Links;

/// <summary>What a link makes of a network that fails, over real services and a real socket between them.</summary>
public sealed class LinkFaultTests : IAsyncLifetime
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource _patience = new(TimeSpan.FromMinutes(4));
    private ProxiedLink _link = null!;

    private CancellationToken Patience => _patience.Token;

    public async Task InitializeAsync() => _link = await ProxiedLink.StartAsync(Patience);

    public async Task DisposeAsync()
    {
        await _link.DisposeAsync();
        _patience.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Reports_both_ways_stand_once_at_both_ends_after_all_that_a_network_does(int seed)
    {
        var random = new Random(seed);
        await using var writers = new Writers(Patience);
        writers.Begin(random, ProxiedLink.Hamilton, _link.Child);
        writers.Begin(random, ProxiedLink.Toronto, _link.Parent);
        writers.Begin(random, ProxiedLink.Ontario, _link.Parent);
        var course = new LinkCourse(_link, random, writers.Calls);
        await writers.WhileWellAsync(course.RunAsync(faults: 3, Patience));
        await writers.StopAsync();
        await _link.OpenAsync(Patience);
        await new Quiet(_link.Places).AwaitAsync(links: 2, Patience);

        var findings = await new Settlement(_link.Places, ProxiedLink.Initiatives, writers.Ledger).CompareAsync(Patience);
        Assert.True(findings.None, $"Seed {seed}, {writers.Ledger.Count} reports; {course.Gone}:{Environment.NewLine}{findings}");
        Assert.Equal(3, writers.Ledger.Last.Keys.Select(key => key.Initiative).Distinct().Count());
    }

    [Fact]
    public async Task Who_dials_and_says_nothing_is_let_go()
    {
        using var channel = GrpcChannel.ForAddress(_link.Proxy.Address);
        using var call = new V1.Exchange.ExchangeClient(channel).Link(cancellationToken: Patience);
        var answer = call.ResponseStream.MoveNext(Patience);
        await Wait.UntilAsync(
            "the silent call to end",
            () =>
            {
                _link.Clock.Move(Beat);
                return answer.IsCompleted;
            },
            Patience);
        Assert.Equal(StatusCode.Unavailable, (await Assert.ThrowsAsync<RpcException>(() => answer)).StatusCode);
    }

    [Fact]
    public async Task A_link_that_stands_still_is_given_up_by_both_ends_and_one_that_has_nothing_to_say_is_not()
    {
        await _link.OpenAsync(Patience);
        await new Quiet(_link.Places).AwaitAsync(links: 2, Patience);
        var since = (await _link.StateAsync(Patience)).Child.Since;
        for (var beat = 0; beat < 6; beat++)
        {
            var before = _link.Proxy.Traffic;
            _link.Clock.Move(Beat);
            await Wait.UntilAsync(
                "both ends to be heard", () => _link.Proxy.Traffic is var now && now.PassedUp > before.PassedUp && now.PassedDown > before.PassedDown, Patience);
        }

        var quiet = await _link.StateAsync(Patience);
        Assert.Equal((LinkState.Types.Phase.Open, since), (quiet.Child.Phase, quiet.Child.Since));

        _link.Proxy.Stall();
        var stalled = await Wait.UntilAsync(
            "the silence to be noticed",
            async () =>
            {
                _link.Clock.Move(Beat);
                return await _link.StateAsync(Patience);
            },
            state => state.Child.Phase != LinkState.Types.Phase.Open && state.Parent.Phase != LinkState.Types.Phase.Open,
            Patience);
        Assert.Contains("nothing was heard", stalled.Parent.LastError);
        _link.Proxy.Heal();
        await _link.OpenAsync(Patience);
    }
}
