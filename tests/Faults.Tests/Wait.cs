using Grpc.Core;

namespace CollectiveImpact.Faults.Tests;

/// <summary>Waits for conditions, never for times.</summary>
internal static class Wait
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    /// <summary>Looks until something holds.</summary>
    /// <exception cref="TimeoutException">The patience is over; the message says what was waited for.</exception>
    public static Task UntilAsync(string what, Func<bool> holds, CancellationToken patience) =>
        UntilAsync(what, () => Task.FromResult(holds()), held => held, patience);

    /// <summary>Asks until the answer is right, and returns it. A node that is away has not answered yet.</summary>
    /// <exception cref="TimeoutException">The patience is over; the message says what was waited for, and the last answer.</exception>
    public static async Task<T> UntilAsync<T>(string what, Func<Task<T>> ask, Func<T, bool> isRight, CancellationToken patience)
    {
        using var look = new PeriodicTimer(Look);
        var last = "nothing was answered";
        while (true)
        {
            try
            {
                var answer = await ask();
                if (isRight(answer)) return answer;
                last = $"last answered: {answer}";
            }
            catch (RpcException exception) when (exception.StatusCode is StatusCode.Unavailable or StatusCode.NotFound or StatusCode.DeadlineExceeded)
            {
                last = exception.Status.Detail;
            }
            catch (RpcException exception) when (patience.IsCancellationRequested)
            {
                last = exception.Status.Detail;
            }

            try
            {
                await look.WaitForNextTickAsync(patience);
            }
            catch (OperationCanceledException exception)
            {
                throw new TimeoutException($"Waiting for {what} took too long; {last}", exception);
            }
        }
    }
}
