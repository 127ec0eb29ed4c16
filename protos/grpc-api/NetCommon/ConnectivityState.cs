namespace Grpc.Core;

/// <summary>
/// How a channel is doing. See https://grpc.github.io/grpc/core/md_doc_connectivity-semantics-and-api.html.
/// </summary>
public enum ConnectivityState
{
    /// <summary>Nothing was asked of it yet, or not for long.</summary>
    Idle,

    /// <summary>It is connecting.</summary>
    Connecting,

    /// <summary>It is connected.</summary>
    Ready,

    /// <summary>Connecting failed; it will try again.</summary>
    TransientFailure,

    /// <summary>It is closed for good.</summary>
    Shutdown,
}
