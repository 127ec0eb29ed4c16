using System.Diagnostics;

namespace CollectiveImpact.Faults.Tests.Clock;

/// <summary>
/// The system's clock, which can be moved ahead. Timers that would have fired by then fire at once, each of them once: so
/// that a silence of a minute costs a test no minute.
/// </summary>
internal sealed class MovableClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly HashSet<MovableTimer> _timers = [];
    private long _ahead;

    /// <summary>Moves it.</summary>
    /// <param name="by">Zero or more.</param>
    public void Move(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        Interlocked.Add(ref _ahead, by.Ticks);
        List<MovableTimer> timers;
        lock (_lock) timers = [.. _timers];
        timers.ForEach(timer => timer.Arm());
    }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Stopwatch.GetElapsedTime(0).Ticks + Ahead.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new MovableTimer(this, () => callback(state));
        lock (_lock) _timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    private TimeSpan Ahead => TimeSpan.FromTicks(Interlocked.Read(ref _ahead));

    private void Forget(MovableTimer timer)
    {
        lock (_lock) _timers.Remove(timer);
    }

    private sealed class MovableTimer : ITimer
    {
        private readonly Lock _lock = new();
        private readonly MovableClock _clock;
        private readonly Action _callback;
        private readonly ITimer _inner;
        private long? _due;
        private TimeSpan _period;

        public MovableTimer(MovableClock clock, Action callback)
        {
            (_clock, _callback) = (clock, callback);
            _inner = TimeProvider.System.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_lock)
            {
                _due = dueTime == Timeout.InfiniteTimeSpan ? null : _clock.GetTimestamp() + dueTime.Ticks;
                _period = period;
            }

            return Arm();
        }

        /// <summary>Sets the system's timer to what is left until this one is due.</summary>
        public bool Arm()
        {
            lock (_lock)
                return _inner.Change(_due is { } due ? Left(due) : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public void Dispose()
        {
            _clock.Forget(this);
            _inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            _clock.Forget(this);
            return _inner.DisposeAsync();
        }

        private void Fire()
        {
            lock (_lock)
            {
                if (_due is not { } due) return;
                var early = Left(due) > TimeSpan.Zero;
                if (!early) _due = _period == Timeout.InfiniteTimeSpan || _period == TimeSpan.Zero ? null : _clock.GetTimestamp() + _period.Ticks;
                Arm();
                if (early) return;
            }

            _callback();
        }

        // Whole milliseconds: the system's timer knows no less.
        private TimeSpan Left(long due) =>
            TimeSpan.FromMilliseconds(Math.Max(0, Math.Ceiling(TimeSpan.FromTicks(due - _clock.GetTimestamp()).TotalMilliseconds)));
    }
}
