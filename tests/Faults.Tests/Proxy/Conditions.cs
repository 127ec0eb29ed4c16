namespace CollectiveImpact.Faults.Tests.Proxy;

/// <summary>How the way through a proxy is at present. All its connections share it; whoever waits for it sees each change.</summary>
internal sealed class Conditions(TimeProvider time)
{
    // A throttled stream goes in this many steps a second.
    private const int Steps = 20;

    private readonly Lock _lock = new();
    private TaskCompletionSource _changed = New();
    private bool _stalled;
    private bool _refusing;
    private int? _bytesPerSecond;
    private long? _untilCut;
    private int _cuts;
    private Traffic _traffic;

    public bool Refusing
    {
        get
        {
            lock (_lock) return _refusing;
        }
    }

    /// <summary>How often a connection was cut off after the bytes it had been given.</summary>
    public int Cuts
    {
        get
        {
            lock (_lock) return _cuts;
        }
    }

    public Traffic Traffic
    {
        get
        {
            lock (_lock) return _traffic;
        }
    }

    public void Stall() => Change(() => _stalled = true);

    public void Refuse() => Change(() => _refusing = true);

    public void Throttle(int bytesPerSecond) => Change(() => _bytesPerSecond = bytesPerSecond);

    public void CutAfter(long bytes) => Change(() => _untilCut = bytes);

    public void Heal() => Change(() => (_stalled, _refusing, _bytesPerSecond, _untilCut) = (false, false, null, null));

    /// <summary>Waits until nothing is stalled.</summary>
    public async Task MovingAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (!_stalled) return;
                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Waits until bytes may pass.</summary>
    /// <param name="bytes">How many want to, 1 or more.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How many of them may, and whether their connection is to be cut off behind them.</returns>
    public async Task<(int Bytes, bool Cut)> PassAsync(int bytes, CancellationToken cancellationToken)
    {
        while (true)
        {
            await MovingAsync(cancellationToken);
            int piece;
            TimeSpan takes;
            Task changed;
            lock (_lock)
            {
                if (_stalled) continue;
                if (_bytesPerSecond is not { } speed) return Cut(bytes);
                piece = Math.Min(bytes, Math.Max(1, speed / Steps));
                (takes, changed) = (TimeSpan.FromSeconds((double)piece / speed), _changed.Task);
            }

            using var pause = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var passing = Task.Delay(takes, time, pause.Token);
            var slow = await Task.WhenAny(passing, changed) == passing;
            await pause.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            if (!slow) continue;
            lock (_lock)
            {
                if (!_stalled) return Cut(piece);
            }
        }
    }

    public void Took(int bytes)
    {
        lock (_lock) _traffic = _traffic with { Taken = _traffic.Taken + bytes };
    }

    public void Passed(int bytes, bool up)
    {
        lock (_lock)
            _traffic = up ? _traffic with { PassedUp = _traffic.PassedUp + bytes } : _traffic with { PassedDown = _traffic.PassedDown + bytes };
    }

    private (int Bytes, bool Cut) Cut(int bytes)
    {
        if (_untilCut is not { } left) return (bytes, false);
        if (bytes < left)
        {
            _untilCut = left - bytes;
            return (bytes, false);
        }

        _untilCut = null;
        _cuts++;
        return ((int)left, true);
    }

    private void Change(Action change)
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            change();
            (changed, _changed) = (_changed, New());
        }

        changed.SetResult();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
