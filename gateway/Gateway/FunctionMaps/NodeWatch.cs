using System.Collections.Immutable;
using CollectiveImpact.Gateway.Callers;
using CollectiveImpact.Gateway.Nodes;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Gateway.FunctionMaps;

/// <summary>Hears one node's function maps, and calls it again for ever when it cannot be reached.</summary>
internal sealed partial class NodeWatch(
    NodeChannel node, int index, NestBoard board, CallerHeader header, TimeProvider time, ILogger logger)
{
    // Between two tries: a quarter of the time that the node has been away, so that one that restarts is heard
    // again at once, and one that is gone is not pestered.
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    // How long a node that does not answer is taken to be about to start.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly Charter.CharterClient charter = new(node.Calls);
    private readonly MapReading reading = new();
    private readonly long began = time.GetTimestamp();
    private long lastHeard = time.GetTimestamp();
    private bool? wasUp;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var status = await ListenAsync(cancellationToken);
            if (cancellationToken.IsCancellationRequested)
                return;
            GoDown(status);
            await Task.Delay(Pause(), time, cancellationToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Hears the node until it falls silent, and answers why it did.</summary>
    private async Task<Status> ListenAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var watch = charter.WatchFunctionMap(new(), header.Set(new(cancellationToken: cancellationToken), new(node.Address)));
            await HearAsync(watch.ResponseStream, cancellationToken);
            return new Status(StatusCode.Unavailable, "The node ended the watch.");
        }
        catch (RpcException broken)
        {
            return broken.Status;
        }
    }

    private async Task HearAsync(
        IAsyncStreamReader<WatchFunctionMapResponse> watch, CancellationToken cancellationToken)
    {
        // Until all has been told, what is new stands over what the node told before it went down.
        var told = ImmutableDictionary.CreateBuilder<string, ToldMap>(StringComparer.Ordinal);
        var complete = false;
        var first = true;
        var version = 0L;
        while (await watch.MoveNext(cancellationToken))
        {
            var message = watch.Current;
            var maps = message.Maps.Select(map => KeyValuePair.Create(map.Initiative, reading.Read(map))).ToList();
            if (!complete)
                foreach (var (initiative, map) in maps)
                    told[initiative] = map;
            var completes = !complete && message.Complete;
            complete |= message.Complete;
            version = Math.Max(version, message.Version);
            var isFirst = first;
            board.Update(index, view => view with
            {
                Node = isFirst ? message.Node : view.Node,
                Level = isFirst ? message.Level : view.Level,
                IsUp = true,
                IsAwaited = !complete,
                Version = complete ? version : 0,
                Maps = completes ? told.ToImmutable() : view.Maps.SetItems(maps),
            });
            if (first)
                GoUp(message.Level);
            first = false;
        }
    }

    private TimeSpan Pause()
    {
        var pause = Math.Clamp(
            time.GetElapsedTime(lastHeard).TotalSeconds / 4, ShortestPause.TotalSeconds, LongestPause.TotalSeconds);
        // Gateways that lose a node at the same moment do not all come back at the same moment.
        return TimeSpan.FromSeconds(pause * (0.5 + (Random.Shared.NextDouble() / 2)));
    }

    private void GoUp(Level level)
    {
        if (wasUp != true)
            Log.Up(logger, node.Address, level);
        wasUp = true;
    }

    private void GoDown(Status status)
    {
        var isLate = time.GetElapsedTime(began) > Grace;
        board.Update(index, view => view with { IsUp = false, IsAwaited = view.IsAwaited && !isLate });
        // One that is about to start is no news.
        if (wasUp == true)
            lastHeard = time.GetTimestamp();
        if (wasUp == true || (wasUp is null && isLate))
        {
            Log.Down(logger, node.Address, status.StatusCode, status.Detail);
            wasUp = false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(300, LogLevel.Information, "The {Level} node at {Address} answers.")]
        public static partial void Up(ILogger logger, Uri address, Level level);

        [LoggerMessage(301, LogLevel.Warning, "The node at {Address} does not answer: {Status}, {Detail}")]
        public static partial void Down(ILogger logger, Uri address, StatusCode status, string detail);
    }
}
