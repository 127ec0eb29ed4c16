namespace Grpc.Core;

/// <summary>The outcome of a call: a code and a sentence about it.</summary>
/// <param name="statusCode">How the call ended.</param>
/// <param name="detail">A sentence for people; null counts as empty.</param>
/// <param name="debugException">The cause on this side of the wire. It is never sent.</param>
public readonly struct Status(StatusCode statusCode, string detail, Exception? debugException)
{
    /// <summary>Success with nothing to say about it.</summary>
    public static readonly Status DefaultSuccess = new(StatusCode.OK, "");

    /// <summary>Cancelled with nothing to say about it.</summary>
    public static readonly Status DefaultCancelled = new(StatusCode.Cancelled, "");

    private readonly string? detail = detail;

    /// <summary>An outcome without an exception behind it.</summary>
    public Status(StatusCode statusCode, string detail) : this(statusCode, detail, null)
    {
    }

    /// <summary>How the call ended.</summary>
    public StatusCode StatusCode { get; } = statusCode;

    /// <summary>A sentence for people, never null.</summary>
    public string Detail => detail ?? "";

    /// <summary>The cause on this side of the wire, if there is one.</summary>
    public Exception? DebugException { get; } = debugException;

    /// <summary><c>Status(StatusCode="NotFound", Detail="…")</c>, with the exception if there is one.</summary>
    public override string ToString() => DebugException is null
        ? $"Status(StatusCode=\"{StatusCode}\", Detail=\"{Detail}\")"
        : $"Status(StatusCode=\"{StatusCode}\", Detail=\"{Detail}\", "
            + $"DebugException=\"{DebugException.GetType()}: {DebugException.Message}\")";
}
