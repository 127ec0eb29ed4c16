using Grpc.Core;

namespace CollectiveImpact.NestLoading;

/// <summary>Why a folder could not be loaded, in words for who loads it.</summary>
/// <param name="what">What did not work: <c>Registering ca.on</c>.</param>
/// <param name="cause">What it was answered with.</param>
public sealed class LoadFailure(string what, RpcException cause)
    : Exception($"{what} did not work: {cause.StatusCode}, {cause.Status.Detail}", cause)
{
    /// <summary>What did not work: <c>Registering ca.on</c>.</summary>
    public string What => what;

    /// <summary>What the call was answered with.</summary>
    public RpcException Answer { get; } = cause;
}
