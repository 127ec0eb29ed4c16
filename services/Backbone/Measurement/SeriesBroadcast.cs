namespace CollectiveImpact.Backbone.Measurement;

/// <summary>Tells watchers of totals that have changed.</summary>
internal sealed class SeriesBroadcast
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Initiative, string Indicator, string Cell), HashSet<SeriesSubscription>> _subscriptions = [];

    /// <summary>Tells of totals; of one that changed several times, the first is the latest.</summary>
    public void Publish(IEnumerable<Total> totals)
    {
        HashSet<TotalKey> told = [];
        lock (_lock)
        {
            if (_subscriptions.Count == 0) return;
            foreach (var total in totals)
            {
                if (!_subscriptions.TryGetValue((total.Key.Initiative, total.Key.Indicator, total.Key.Cell), out var subscriptions) || !told.Add(total.Key)) continue;
                foreach (var subscription in subscriptions) subscription.Add(total);
            }
        }
    }

    public SeriesSubscription Subscribe(string initiative, string indicator, string cell)
    {
        var key = (initiative, indicator, cell);
        var subscription = new SeriesSubscription(each =>
        {
            lock (_lock)
            {
                if (_subscriptions.TryGetValue(key, out var subscriptions) && subscriptions.Remove(each) && subscriptions.Count == 0) _subscriptions.Remove(key);
            }
        });
        lock (_lock)
        {
            if (!_subscriptions.TryGetValue(key, out var subscriptions)) _subscriptions.Add(key, subscriptions = []);
            subscriptions.Add(subscription);
        }

        return subscription;
    }
}

/// <summary>One watcher's share: of a figure that changes faster than it reads, it gets the latest.</summary>
internal sealed class SeriesSubscription(Action<SeriesSubscription> remove) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _signal = new(0, 1);
    private Dictionary<string, Total> _changed = [];

    public void Add(Total total)
    {
        lock (_lock)
        {
            _changed[total.Key.Period] = total;
            if (_signal.CurrentCount == 0) _signal.Release();
        }
    }

    public async Task<IReadOnlyCollection<Total>> NextAsync(CancellationToken cancellationToken)
    {
        await _signal.WaitAsync(cancellationToken);
        lock (_lock)
        {
            var changed = _changed.Values;
            _changed = [];
            return changed;
        }
    }

    public void Dispose() => remove(this);
}
