namespace Grpc.Core;

/// <summary>What every generated client is.</summary>
public abstract class ClientBase
{
    private readonly ClientBaseConfiguration? configuration;

    /// <summary>For test doubles: a client without anything behind it.</summary>
    protected ClientBase()
    {
    }

    /// <summary>A client over a channel.</summary>
    protected ClientBase(ChannelBase channel) : this(channel.CreateCallInvoker())
    {
    }

    /// <summary>A client over whatever starts calls.</summary>
    protected ClientBase(CallInvoker callInvoker) : this(new ClientBaseConfiguration(callInvoker, host: null))
    {
    }

    /// <summary>A client as another one was set up.</summary>
    protected ClientBase(ClientBaseConfiguration configuration)
    {
        this.configuration = configuration ?? throw new ArgumentNullException(nameof(configuration));
        CallInvoker = configuration.CreateCallInvoker();
    }

    /// <summary>What starts this client's calls; null in a test double.</summary>
    protected CallInvoker CallInvoker { get; } = null!;

    internal ClientBaseConfiguration Configuration =>
        configuration ?? throw new InvalidOperationException("A test double has nothing behind it to configure.");

    /// <summary>How a client is set up. Only this assembly looks inside.</summary>
    protected internal sealed class ClientBaseConfiguration
    {
        private readonly CallInvoker callInvoker;
        private readonly string? host;

        internal ClientBaseConfiguration(CallInvoker callInvoker, string? host)
        {
            this.callInvoker = callInvoker ?? throw new ArgumentNullException(nameof(callInvoker));
            this.host = host;
        }

        internal CallInvoker CreateCallInvoker() =>
            host is null ? callInvoker : new HostCallInvoker(callInvoker, host);

        internal ClientBaseConfiguration WithHost(string newHost) => new(callInvoker, newHost);
    }
}
