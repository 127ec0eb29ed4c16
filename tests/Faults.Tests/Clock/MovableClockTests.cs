namespace CollectiveImpact.Faults.Tests.Clock;

public sealed class MovableClockTests : IDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly MovableClock _clock = new();
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromMinutes(1));

    public void Dispose() => _patience.Dispose();

    [Fact]
    public async Task What_would_be_due_by_then_is_due_at_once()
    {
        var (soon, late) = (Task.Delay(Hour, _clock), Task.Delay(3 * Hour, _clock));
        _clock.Move(2 * Hour);
        await soon.WaitAsync(_patience.Token);
        Assert.False(late.IsCompleted);
        _clock.Move(Hour);
        await late.WaitAsync(_patience.Token);
    }

    [Fact]
    public async Task A_timer_that_comes_back_fires_once_a_move()
    {
        using var timer = new PeriodicTimer(Hour, _clock);
        for (var i = 0; i < 3; i++)
        {
            var tick = timer.WaitForNextTickAsync(_patience.Token);
            Assert.False(tick.IsCompleted);
            _clock.Move(5 * Hour);
            Assert.True(await tick);
        }
    }

    [Fact]
    public async Task What_is_due_soon_needs_no_move()
    {
        await Task.Delay(TimeSpan.FromMilliseconds(30), _clock).WaitAsync(_patience.Token);
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(30), _clock);
        await Wait.UntilAsync("the token to end", () => soon.IsCancellationRequested, _patience.Token);
    }

    [Fact]
    public void Its_time_and_its_timestamps_move_alike()
    {
        var (time, stamp) = (_clock.GetUtcNow(), _clock.GetTimestamp());
        _clock.Move(Hour);
        Assert.InRange(_clock.GetUtcNow() - time, Hour, 2 * Hour);
        Assert.InRange(_clock.GetElapsedTime(stamp), Hour, 2 * Hour);
    }
}
