namespace Grpc.Core;

/// <summary>Which call asks for credentials.</summary>
/// <param name="serviceUrl">The address of the service.</param>
/// <param name="methodName">The method.</param>
/// <param name="cancellationToken">Cancelled when the call is.</param>
public class AuthInterceptorContext(string serviceUrl, string methodName, CancellationToken cancellationToken)
{
    /// <summary>A call that cannot be cancelled.</summary>
    public AuthInterceptorContext(string serviceUrl, string methodName)
        : this(serviceUrl, methodName, CancellationToken.None)
    {
    }

    /// <summary>The address of the service.</summary>
    public string ServiceUrl { get; } = serviceUrl ?? throw new ArgumentNullException(nameof(serviceUrl));

    /// <summary>The method.</summary>
    public string MethodName { get; } = methodName ?? throw new ArgumentNullException(nameof(methodName));

    /// <summary>Cancelled when the call is.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;
}
