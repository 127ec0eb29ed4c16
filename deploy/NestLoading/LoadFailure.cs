using Grpc.Core;

namespace CollectiveImpact.NestLoading;

/// <summary>Why a folder could not be loaded, in words for who loads it.</summary>
/// <param name="message">Which call did not work, and why.</param>
/// <param name="cause">What it was answered with.</param>
public sealed class LoadFailure(string message, RpcException cause) : Exception(message, cause)
{
    /// <summary>What the call was answered with.</summary>
    public RpcException Answer { get; } = cause;
}
