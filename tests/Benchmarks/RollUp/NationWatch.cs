using System.Diagnostics;
using CollectiveImpact.Benchmarks.Nodes;
using CollectiveImpact.V1;
using Grpc.Core;
using Grpc.Net.Client;

namespace CollectiveImpact.Benchmarks.RollUp;

/// <summary>Watches the nation's figures, at its own node, and knows when how many reports were in them.</summary>
internal sealed class NationWatch : IAsyncDisposable
{
    private readonly GrpcChannel _channel;
    private readonly AsyncServerStreamingCall<WatchSeriesResponse> _call;
    private readonly Task _watching;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _periods = [];
    private readonly List<(long At, int Reports)> _arrivals = [(Stopwatch.GetTimestamp(), 0)];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public NationWatch(RunningNest nest)
    {
        _channel = RunningNodes.Channel(nest.Nodes.Plan.National.Address);
        _call = new SharedMeasurement.SharedMeasurementClient(_channel).WatchSeries(
            new WatchSeriesRequest { Initiative = Registration.Nation, Indicator = Registration.Indicator });
        _watching = WatchAsync();
    }

    /// <summary>How many reports are in the figures.</summary>
    public int Reports
    {
        get
        {
            lock (_lock) return _arrivals[^1].Reports;
        }
    }

    /// <summary>Waits until so many reports are in the figures.</summary>
    public async Task ReachAsync(int reports, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (_arrivals[^1].Reports >= reports) return;
                changed = _changed.Task;
            }

            // A watch that has ended changes nothing any more: its own fault is the one to tell.
            await await Task.WhenAny(changed, _watching).WaitAsync(TimeSpan.FromMinutes(2), cancellationToken);
        }
    }

    /// <summary>When each report after a number was in the figures, in the order of arrival.</summary>
    public IEnumerable<long> ArrivalsAfter(int reports)
    {
        lock (_lock)
        {
            List<long> times = [];
            foreach (var (at, count) in _arrivals)
                while (reports + times.Count < count) times.Add(at);
            return times;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _call.Dispose();
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _channel.Dispose();
    }

    private async Task WatchAsync()
    {
        var sum = 0;
        while (await _call.ResponseStream.MoveNext(CancellationToken.None))
        {
            var now = Stopwatch.GetTimestamp();
            foreach (var point in _call.ResponseStream.Current.Points)
            {
                sum += point.Contributions - _periods.GetValueOrDefault(point.Period);
                _periods[point.Period] = point.Contributions;
            }

            lock (_lock)
            {
                _arrivals.Add((now, sum));
                _changed.SetResult();
                _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        throw new InvalidOperationException("the national node ended the watch");
    }
}
