namespace Grpc.Core;

/// <summary>
/// A call that ended with another status than OK. A server's method throws it to choose the status;
/// a client's call throws it to tell.
/// </summary>
/// <param name="status">How the call ended; its exception becomes the inner one.</param>
/// <param name="trailers">What the server sent after its answer.</param>
/// <param name="message">The exception's message. It is never sent; the status' detail is.</param>
public class RpcException(Status status, Metadata trailers, string message)
    : Exception(message, status.DebugException)
{
    /// <summary>A status without trailers.</summary>
    public RpcException(Status status) : this(status, Metadata.Empty)
    {
    }

    /// <summary>A status without trailers, under a message of one's own.</summary>
    public RpcException(Status status, string message) : this(status, Metadata.Empty, message)
    {
    }

    /// <summary>A status with trailers, under the message <c>Status(StatusCode="…", Detail="…")</c>.</summary>
    public RpcException(Status status, Metadata trailers) : this(status, trailers, status.ToString())
    {
    }

    /// <summary>How the call ended.</summary>
    public Status Status { get; } = status;

    /// <summary>The code of <see cref="Status" />.</summary>
    public StatusCode StatusCode => Status.StatusCode;

    /// <summary>What the server sent after its answer; empty if nothing.</summary>
    public Metadata Trailers { get; } = trailers ?? throw new ArgumentNullException(nameof(trailers));
}
