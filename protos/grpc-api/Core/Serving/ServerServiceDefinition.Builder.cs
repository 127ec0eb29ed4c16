namespace Grpc.Core;

public sealed partial class ServerServiceDefinition
{
    /// <summary>Gathers the methods of a service.</summary>
    public sealed class Builder
    {
        private readonly List<Action<ServiceBinderBase>> bindings = [];
        private readonly HashSet<string> names = [];

        internal Builder()
        {
        }

        /// <summary>Adds a method and its handler.</summary>
        /// <exception cref="ArgumentException">There is a method of that name already.</exception>
        public Builder AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class => Add(method, binder => binder.AddMethod(method, handler));

        /// <summary>Adds a method and its handler.</summary>
        /// <exception cref="ArgumentException">There is a method of that name already.</exception>
        public Builder AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class => Add(method, binder => binder.AddMethod(method, handler));

        /// <summary>Adds a method and its handler.</summary>
        /// <exception cref="ArgumentException">There is a method of that name already.</exception>
        public Builder AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class => Add(method, binder => binder.AddMethod(method, handler));

        /// <summary>Adds a method and its handler.</summary>
        /// <exception cref="ArgumentException">There is a method of that name already.</exception>
        public Builder AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class => Add(method, binder => binder.AddMethod(method, handler));

        /// <summary>The service as gathered so far.</summary>
        public ServerServiceDefinition Build() => new([.. bindings]);

        private Builder Add(IMethod method, Action<ServiceBinderBase> binding)
        {
            if (!names.Add(method.FullName))
                throw new ArgumentException($"The method {method.FullName} is there already.", nameof(method));
            bindings.Add(binding);
            return this;
        }
    }
}
