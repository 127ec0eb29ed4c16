using System.Net.Sockets;

namespace CollectiveImpact.Faults.Tests.Proxy;

public sealed class TcpProxyTests : IAsyncLifetime
{
    private readonly Ends _ends = new();

    private TcpProxy Proxy => _ends.Proxy;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _ends.DisposeAsync();

    [Fact]
    public async Task What_either_side_says_arrives_at_the_other()
    {
        var (dialler, target) = await _ends.ConnectAsync();
        await dialler.SendAsync("question"u8.ToArray());
        Assert.Equal("question"u8.ToArray(), await _ends.ReadAsync(target, 8));
        await target.SendAsync("answer"u8.ToArray());
        Assert.Equal("answer"u8.ToArray(), await _ends.ReadAsync(dialler, 6));
        // It counts what it has passed on, and whoever it was for may have read it before.
        await Wait.UntilAsync("the proxy to count it", () => Proxy.Traffic == new Traffic(14, 8, 6), _ends.Patience);
    }

    [Fact]
    public async Task A_side_that_has_ended_still_hears_the_other()
    {
        var (dialler, target) = await _ends.ConnectAsync();
        dialler.Shutdown(SocketShutdown.Send);
        Assert.Empty(await _ends.ReadAsync(target));
        await target.SendAsync("late"u8.ToArray());
        target.Shutdown(SocketShutdown.Send);
        Assert.Equal("late"u8.ToArray(), await _ends.ReadAsync(dialler));
        await Wait.UntilAsync("the connection to end", () => Proxy.Connections == 0, _ends.Patience);
    }

    [Fact]
    public async Task A_side_that_is_gone_resets_the_other()
    {
        var (dialler, target) = await _ends.ConnectAsync();
        target.LingerState = new LingerOption(true, 0);
        target.Close();
        Assert.Empty(await _ends.ReadUntilResetAsync(dialler));
    }

    [Fact]
    public async Task Stalled_it_takes_all_and_passes_nothing_on_until_it_is_healed()
    {
        var (dialler, target) = await _ends.ConnectAsync();
        Proxy.Stall();
        await dialler.SendAsync("held"u8.ToArray());
        dialler.Shutdown(SocketShutdown.Send);
        var late = await _ends.DialAsync();
        await Wait.UntilAsync("the proxy to take it", () => Proxy is { Traffic.Taken: 4, Connections: 2 }, _ends.Patience);
        Assert.Equal((0, 0, false), (Proxy.Traffic.PassedUp, target.Available, _ends.TargetIsDialled));

        Proxy.Heal();
        Assert.Equal("held"u8.ToArray(), await _ends.ReadAsync(target));
        await late.SendAsync("too"u8.ToArray());
        await Wait.UntilAsync("the other connection", () => _ends.TargetIsDialled, _ends.Patience);
    }

    [Fact]
    public async Task A_reset_ends_both_sides_of_all_connections_and_hinders_no_other()
    {
        var (first, second) = (await _ends.ConnectAsync(), await _ends.ConnectAsync());
        Proxy.Reset();
        foreach (var socket in (Socket[])[first.Dialler, first.Target, second.Dialler, second.Target])
            Assert.Empty(await _ends.ReadUntilResetAsync(socket));
        var (dialler, target) = await _ends.ConnectAsync();
        await dialler.SendAsync("again"u8.ToArray());
        Assert.Equal("again"u8.ToArray(), await _ends.ReadAsync(target, 5));
    }

    [Fact]
    public async Task A_stalled_connection_can_be_reset()
    {
        var (dialler, target) = await _ends.ConnectAsync();
        Proxy.Stall();
        await dialler.SendAsync("held"u8.ToArray());
        Proxy.Reset();
        Assert.Empty(await _ends.ReadUntilResetAsync(target));
        await Wait.UntilAsync("the connection to end", () => Proxy.Connections == 0, _ends.Patience);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(20_000)]
    public async Task Cut_off_the_connection_ends_behind_exactly_so_many_bytes(int bytes)
    {
        var (dialler, target) = await _ends.ConnectAsync();
        Proxy.CutAfter(bytes);
        var sending = dialler.SendAsync(new byte[50_000]).ContinueWith(_ => { }, TaskScheduler.Default);
        Assert.Equal(bytes, (await _ends.ReadUntilResetAsync(target)).Length);
        await sending;
        Assert.Equal((bytes, 1), (Proxy.Traffic.PassedUp, Proxy.Cuts));

        (dialler, target) = await _ends.ConnectAsync();
        await dialler.SendAsync(new byte[50_000]);
        Assert.Equal(50_000, (await _ends.ReadAsync(target, 50_000)).Length);
    }

    [Fact]
    public async Task Throttled_it_passes_little_by_little_until_it_is_healed()
    {
        var (dialler, target) = await _ends.ConnectAsync();
        Proxy.Throttle(1);
        await dialler.SendAsync(new byte[10_000]);
        Assert.Single(await _ends.ReadAsync(target, 1));
        // It counts what it has passed once it has.
        Assert.True(SpinWait.SpinUntil(() => Proxy.Traffic.PassedUp > 0, TimeSpan.FromSeconds(20)));
        // The rest would take more than two hours.
        Assert.InRange(Proxy.Traffic.PassedUp, 1, 1_000);
        Proxy.Heal();
        Assert.Equal(9_999, (await _ends.ReadAsync(target, 9_999)).Length);
    }

    [Fact]
    public async Task Refusing_it_resets_who_dials_and_leaves_who_is_connected()
    {
        var (dialler, target) = await _ends.ConnectAsync();
        Proxy.Refuse();
        // The reset may arrive before the dialling has ended.
        var refused = await Assert.ThrowsAsync<SocketException>(async () => await _ends.ReadAsync(await _ends.DialAsync(), 1));
        Assert.Equal((SocketError.ConnectionReset, false), (refused.SocketErrorCode, _ends.TargetIsDialled));
        await dialler.SendAsync("still"u8.ToArray());
        Assert.Equal("still"u8.ToArray(), await _ends.ReadAsync(target, 5));
        Proxy.Heal();
        await _ends.ConnectAsync();
    }

    [Fact]
    public async Task Where_nobody_is_behind_it_who_dials_is_reset()
    {
        await using var proxy = TcpProxy.To(_ => ValueTask.FromResult<int?>(null));
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        var refused = await Assert.ThrowsAsync<SocketException>(async () =>
        {
            await socket.ConnectAsync(System.Net.IPAddress.Loopback, proxy.Port, _ends.Patience);
            await _ends.ReadAsync(socket, 1);
        });
        Assert.Equal(SocketError.ConnectionReset, refused.SocketErrorCode);
    }

    [Fact]
    public async Task Told_from_many_threads_it_never_alters_what_it_passes()
    {
        var (dialler, target) = await _ends.ConnectAsync();
        var sent = new byte[2_000_000];
        new Random(1).NextBytes(sent);
        var reading = _ends.ReadAsync(target);
        var telling = Task.WhenAll(Enumerable.Range(0, 8).Select(seed => Task.Run(() => Tell(new Random(seed)))));
        for (var at = 0; at < sent.Length;) at += await dialler.SendAsync(sent.AsMemory(at), _ends.Patience);
        dialler.Shutdown(SocketShutdown.Send);
        await telling;
        Proxy.Heal();
        Assert.Equal(sent, await reading);
    }

    private void Tell(Random random)
    {
        for (var i = 0; i < 500; i++)
        {
            switch (random.Next(4))
            {
                case 0: Proxy.Stall(); break;
                case 1: Proxy.Throttle(random.Next(1_000, 10_000_000)); break;
                case 2: Proxy.Refuse(); break;
                default: Proxy.Heal(); break;
            }
        }
    }
}
