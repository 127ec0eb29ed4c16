namespace Grpc.Core;

/// <summary>Messages that leave one after the other. One write at a time.</summary>
public interface IAsyncStreamWriter<in T>
{
    /// <summary>How the following messages are written.</summary>
    WriteOptions? WriteOptions { get; set; }

    /// <summary>Writes a message; done when there is room for the next.</summary>
    Task WriteAsync(T message);

    /// <summary>Writes a message unless cancelled before.</summary>
    /// <exception cref="NotSupportedException">The writer at hand cannot be cancelled, and the token can.</exception>
    Task WriteAsync(T message, CancellationToken cancellationToken) => cancellationToken.CanBeCanceled
        ? throw new NotSupportedException("This writer cannot cancel a write: pass no token.")
        : WriteAsync(message);
}
