namespace Grpc.Core;

/// <summary>How a client learns what call credentials are. For clients only.</summary>
public abstract class CallCredentialsConfiguratorBase
{
    /// <summary>They add to the headers.</summary>
    public abstract void SetAsyncAuthInterceptorCredentials(object? state, AsyncAuthInterceptor interceptor);

    /// <summary>They are several.</summary>
    public abstract void SetCompositeCredentials(object? state, IReadOnlyList<CallCredentials> credentials);
}
