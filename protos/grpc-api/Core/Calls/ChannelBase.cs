namespace Grpc.Core;

/// <summary>A connection to a server, or the will to have one. Clients share it.</summary>
/// <param name="target">The address.</param>
public abstract class ChannelBase(string target)
{
    /// <summary>The address.</summary>
    public string Target { get; } = target ?? throw new ArgumentNullException(nameof(target));

    /// <summary>What starts calls over this channel.</summary>
    public abstract CallInvoker CreateCallInvoker();

    /// <summary>Closes the channel; its calls are cancelled.</summary>
    public Task ShutdownAsync() => ShutdownAsyncCore();

    /// <summary>Closes the channel. Nothing to do unless overridden.</summary>
    protected virtual Task ShutdownAsyncCore() => Task.CompletedTask;
}
