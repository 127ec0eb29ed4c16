namespace Grpc.Core;

/// <summary>What every generated client is, knowing its own type.</summary>
public abstract class ClientBase<T> : ClientBase where T : ClientBase<T>
{
    /// <inheritdoc />
    protected ClientBase()
    {
    }

    /// <inheritdoc />
    protected ClientBase(ChannelBase channel) : base(channel)
    {
    }

    /// <inheritdoc />
    protected ClientBase(CallInvoker callInvoker) : base(callInvoker)
    {
    }

    /// <inheritdoc />
    protected ClientBase(ClientBaseConfiguration configuration) : base(configuration)
    {
    }

    /// <summary>The same client, calling under another host name.</summary>
    public T WithHost(string host)
    {
        ArgumentException.ThrowIfNullOrEmpty(host);
        return NewInstance(Configuration.WithHost(host));
    }

    /// <summary>A client of the generated type.</summary>
    protected abstract T NewInstance(ClientBaseConfiguration configuration);
}
