using Grpc.Core;

namespace CollectiveImpact.NestLoading;

/// <summary>
/// Makes calls until they are answered, while the nest comes up, is killed and restarted, or has yet to hear of what the
/// call before it said. Every call that loads says the same however often it is made, so making it again is safe.
/// </summary>
public sealed class Patience(TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestForOthers = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    /// <summary>Makes one call until it is answered.</summary>
    /// <param name="what">What the call does, for the message if it never works: "registering ca.on".</param>
    /// <param name="deadline">How long one call may take.</param>
    /// <param name="call">Makes the call.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="LoadFailure">It was refused, or nobody has answered for a while.</exception>
    public async Task<T> CallAsync<T>(string what, TimeSpan deadline, Func<CallOptions, Task<T>> call, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        var pause = FirstPause;
        while (true)
        {
            try
            {
                return await call(new(deadline: (time.GetUtcNow() + deadline).UtcDateTime, cancellationToken: cancellationToken));
            }
            catch (RpcException e) when (!cancellationToken.IsCancellationRequested)
            {
                if (time.GetElapsedTime(begun) > LimitFor(e.StatusCode))
                    throw new LoadFailure(what, e);
            }
            catch (RpcException e)
            {
                throw new OperationCanceledException(e.Message, e, cancellationToken);
            }
            // Callers that were cut off together do not come back together.
            await Task.Delay(pause * (0.5 + Random.Shared.NextDouble()), time, cancellationToken);
            pause = pause * 2 > LongestPause ? LongestPause : pause * 2;
        }
    }

    private static TimeSpan LimitFor(StatusCode status) => status switch
    {
        // A process is away, or the connection to it was cut.
        StatusCode.Unavailable or StatusCode.Aborted or StatusCode.DeadlineExceeded or StatusCode.Internal
            or StatusCode.Unknown or StatusCode.Cancelled => Longest,
        // A parent, an indicator or an acceptance has not travelled here yet.
        StatusCode.NotFound or StatusCode.FailedPrecondition => LongestForOthers,
        _ => TimeSpan.Zero,
    };
}
