namespace Grpc.Core;

/// <summary>Messages that arrive one after the other. One reader at a time.</summary>
public interface IAsyncStreamReader<out T>
{
    /// <summary>The message the last move arrived at.</summary>
    T Current { get; }

    /// <summary>Waits for the next message.</summary>
    /// <returns>False at the end of the stream.</returns>
    Task<bool> MoveNext(CancellationToken cancellationToken);
}
