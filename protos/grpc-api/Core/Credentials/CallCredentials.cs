namespace Grpc.Core;

/// <summary>What proves, per call, who calls: most often a token in a header.</summary>
public abstract class CallCredentials
{
    /// <summary>Credentials that add to the headers of a call.</summary>
    public static CallCredentials FromInterceptor(AsyncAuthInterceptor interceptor) =>
        new Intercepted(interceptor ?? throw new ArgumentNullException(nameof(interceptor)));

    /// <summary>Several credentials as one, in order.</summary>
    /// <exception cref="ArgumentException">Fewer than two.</exception>
    public static CallCredentials Compose(params CallCredentials[] credentials)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        if (credentials.Length < 2 || credentials.Contains(null))
            throw new ArgumentException(
                "Composing takes two credentials or more, none of them null.", nameof(credentials));
        return new Composed([.. credentials]);
    }

    /// <summary>Tells a client's configurator what these are. For clients only.</summary>
    public abstract void InternalPopulateConfiguration(CallCredentialsConfiguratorBase configurator, object? state);

    private sealed class Intercepted(AsyncAuthInterceptor interceptor) : CallCredentials
    {
        public override void InternalPopulateConfiguration(
            CallCredentialsConfiguratorBase configurator, object? state) =>
            configurator.SetAsyncAuthInterceptorCredentials(state, interceptor);
    }

    private sealed class Composed(IReadOnlyList<CallCredentials> parts) : CallCredentials
    {
        public override void InternalPopulateConfiguration(
            CallCredentialsConfiguratorBase configurator, object? state) =>
            configurator.SetCompositeCredentials(state, parts);
    }
}
