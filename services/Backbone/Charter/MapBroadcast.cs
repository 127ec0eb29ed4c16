namespace CollectiveImpact.Backbone.Charter;

/// <summary>Tells watchers whose function maps have changed.</summary>
internal sealed class MapBroadcast
{
    private readonly Lock _lock = new();
    private readonly HashSet<MapSubscription> _subscriptions = [];

    /// <summary>How often maps have changed since this node started.</summary>
    public long Version { get; private set; }

    public void Publish(IReadOnlyCollection<string> initiatives)
    {
        lock (_lock)
        {
            Version++;
            foreach (var subscription in _subscriptions) subscription.Add(initiatives, Version);
        }
    }

    /// <summary>Begins to listen. The version is the one that what is read from now on includes.</summary>
    public MapSubscription Subscribe()
    {
        lock (_lock)
        {
            var subscription = new MapSubscription(Version, Remove);
            _subscriptions.Add(subscription);
            return subscription;
        }
    }

    private void Remove(MapSubscription subscription)
    {
        lock (_lock) _subscriptions.Remove(subscription);
    }
}

/// <summary>One watcher's share: changes that come faster than it reads are joined.</summary>
internal sealed class MapSubscription(long version, Action<MapSubscription> remove) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _signal = new(0, 1);
    private HashSet<string> _changed = [];
    private long _version = version;

    /// <summary>The version at the beginning.</summary>
    public long Beginning { get; } = version;

    public void Add(IReadOnlyCollection<string> initiatives, long newVersion)
    {
        lock (_lock)
        {
            _changed.UnionWith(initiatives);
            _version = newVersion;
            if (_signal.CurrentCount == 0) _signal.Release();
        }
    }

    /// <summary>Waits for changes, and takes them.</summary>
    public async Task<(IReadOnlyCollection<string> Changed, long Version)> NextAsync(CancellationToken cancellationToken)
    {
        await _signal.WaitAsync(cancellationToken);
        lock (_lock)
        {
            var changed = _changed;
            _changed = [];
            return (changed, _version);
        }
    }

    public void Dispose() => remove(this);
}
