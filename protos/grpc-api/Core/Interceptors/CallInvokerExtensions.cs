namespace Grpc.Core.Interceptors;

/// <summary>Puts interceptors in front of a call invoker.</summary>
public static class CallInvokerExtensions
{
    /// <summary>Puts an interceptor in front: it sees a call before all that were put there earlier.</summary>
    public static CallInvoker Intercept(this CallInvoker invoker, Interceptor interceptor)
    {
        ArgumentNullException.ThrowIfNull(invoker);
        ArgumentNullException.ThrowIfNull(interceptor);
        return new InterceptingCallInvoker(invoker, interceptor);
    }

    /// <summary>Puts interceptors in front, of which the first sees a call first.</summary>
    public static CallInvoker Intercept(this CallInvoker invoker, params Interceptor[] interceptors)
    {
        ArgumentNullException.ThrowIfNull(interceptors);
        return interceptors.Reverse<Interceptor>().Aggregate(invoker, Intercept);
    }

    /// <summary>Rewrites the headers of every call; the function receives those so far, never null.</summary>
    public static CallInvoker Intercept(this CallInvoker invoker, Func<Metadata, Metadata> interceptor)
    {
        ArgumentNullException.ThrowIfNull(interceptor);
        return invoker.Intercept(new HeaderInterceptor(interceptor));
    }
}
