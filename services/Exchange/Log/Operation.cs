using System.Diagnostics;

namespace CollectiveImpact.Exchange.Log;

/// <summary>Something to do on the log's thread, and somebody who waits for it.</summary>
internal abstract class Operation
{
    /// <summary>The trace that it is part of; none where nobody follows the call.</summary>
    public ActivityContext Caller { get; } = Activity.Current?.Context ?? default;

    public abstract bool IsCancelled { get; }

    public abstract void Run(LogTransaction transaction);

    /// <summary>It is on disk.</summary>
    public abstract void Finish();

    public abstract void Fail(Exception exception);
}

/// <inheritdoc/>
internal sealed class Operation<T>(Func<LogTransaction, T> run, CancellationToken cancellationToken) : Operation
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Task => _done.Task;

    /// <summary>A caller who left before it began is spared the work; one who leaves later changes nothing.</summary>
    public override bool IsCancelled => cancellationToken.IsCancellationRequested && _done.TrySetCanceled(cancellationToken);

    public override void Run(LogTransaction transaction) => _result = run(transaction);

    public override void Finish() => _done.TrySetResult(_result!);

    public override void Fail(Exception exception) => _done.TrySetException(exception);
}
