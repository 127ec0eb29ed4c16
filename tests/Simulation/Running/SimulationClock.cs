namespace CollectiveImpact.Simulation.Running;

/// <summary>The time of all nodes, and their timers. It stands still until the schedule moves it.</summary>
internal sealed class SimulationClock
{
    private readonly SortedSet<SimulatedTimer> _timers = new(Comparer<SimulatedTimer>.Create((a, b) =>
        a.Due != b.Due ? a.Due.CompareTo(b.Due) : a.Number.CompareTo(b.Number)));

    private readonly int _thread = Environment.CurrentManagedThreadId;
    private long _numbers;

    /// <summary>When a schedule begins.</summary>
    public static DateTimeOffset Beginning { get; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Since the beginning, in ticks of 100 ns.</summary>
    public long Now { get; private set; }

    public TimeSpan Elapsed => TimeSpan.FromTicks(Now);

    /// <summary>When the next timer is due; null when there is none.</summary>
    public long? NextDue => _timers.Count == 0 ? null : _timers.Min!.Due;

    public bool HasDue => NextDue <= Now;

    /// <summary>Whether the schedule's own thread asks.</summary>
    public bool IsOwnThread => Environment.CurrentManagedThreadId == _thread;

    public void Advance(TimeSpan span) => Now += span.Ticks;

    public void AdvanceTo(long when) => Now = Math.Max(Now, when);

    public SimulatedTimer Add(NodeClock clock, TimerCallback callback, object? state) => new(this, clock, callback, state, _numbers++);

    /// <summary>The timer that is due first.</summary>
    public SimulatedTimer TakeDue()
    {
        var timer = _timers.Min!;
        _timers.Remove(timer);
        return timer;
    }

    public void Set(SimulatedTimer timer, long due)
    {
        _timers.Remove(timer);
        timer.Due = due;
        if (due != long.MaxValue) _timers.Add(timer);
    }
}

/// <summary>A timer of one node.</summary>
internal sealed class SimulatedTimer(SimulationClock clock, NodeClock owner, TimerCallback callback, object? state, long number) : ITimer
{
    private long _period = long.MaxValue;

    public long Number => number;

    public NodeClock Owner => owner;

    public long Due { get; set; } = long.MaxValue;

    /// <summary>Runs it; the caller has taken it from the clock.</summary>
    public void Fire()
    {
        Due = long.MaxValue;
        if (_period != long.MaxValue) clock.Set(this, clock.Now + _period);
        callback(state);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        _period = period <= TimeSpan.Zero ? long.MaxValue : period.Ticks;
        clock.Set(this, dueTime < TimeSpan.Zero || owner.IsDead ? long.MaxValue : clock.Now + dueTime.Ticks);
        return true;
    }

    public void Dispose()
    {
        // What a process that is gone left behind, the finalizers' thread disposes of at a moment of its own: no part of the course.
        if (clock.IsOwnThread) clock.Set(this, long.MaxValue);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <summary>A node's clock: it goes as fast as all, and may be set wrong.</summary>
internal sealed class NodeClock(SimulationClock clock, Func<TimeSpan> wrong) : TimeProvider
{
    /// <summary>Its process is gone, and so are its timers.</summary>
    public bool IsDead { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => SimulationClock.Beginning + clock.Elapsed + wrong();

    public override long GetTimestamp() => clock.Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = clock.Add(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }
}
