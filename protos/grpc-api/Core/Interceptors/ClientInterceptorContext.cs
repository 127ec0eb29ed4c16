namespace Grpc.Core.Interceptors;

/// <summary>A call about to start.</summary>
/// <param name="method">What is called.</param>
/// <param name="host">Under which host name; null means that of the channel.</param>
/// <param name="options">With which options.</param>
public readonly struct ClientInterceptorContext<TRequest, TResponse>(
    Method<TRequest, TResponse> method, string? host, CallOptions options)
    where TRequest : class
    where TResponse : class
{
    /// <summary>What is called.</summary>
    public Method<TRequest, TResponse> Method { get; } = method;

    /// <summary>Under which host name; null means that of the channel.</summary>
    public string? Host { get; } = host;

    /// <summary>With which options.</summary>
    public CallOptions Options { get; } = options;
}
