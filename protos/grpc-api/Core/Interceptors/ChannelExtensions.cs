namespace Grpc.Core.Interceptors;

/// <summary>Puts interceptors in front of a channel. The result is what a client takes in its place.</summary>
public static class ChannelExtensions
{
    /// <summary>Puts an interceptor in front.</summary>
    public static CallInvoker Intercept(this ChannelBase channel, Interceptor interceptor) =>
        channel.CreateCallInvoker().Intercept(interceptor);

    /// <summary>Puts interceptors in front, of which the first sees a call first.</summary>
    public static CallInvoker Intercept(this ChannelBase channel, params Interceptor[] interceptors) =>
        channel.CreateCallInvoker().Intercept(interceptors);

    /// <summary>Rewrites the headers of every call; the function receives those so far, never null.</summary>
    public static CallInvoker Intercept(this ChannelBase channel, Func<Metadata, Metadata> interceptor) =>
        channel.CreateCallInvoker().Intercept(interceptor);
}
