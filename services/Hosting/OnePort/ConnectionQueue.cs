using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;

namespace CollectiveImpact.Hosting.OnePort;

/// <summary>Connections on their way from the socket to the endpoint that speaks their protocol.</summary>
internal sealed class ConnectionQueue
{
    private readonly Channel<ConnectionContext> channel = Channel.CreateUnbounded<ConnectionContext>();

    /// <summary>False when the endpoint has stopped accepting.</summary>
    public bool TryAdd(ConnectionContext connection) => channel.Writer.TryWrite(connection);

    /// <summary>The next connection; null when the queue is closed and empty.</summary>
    public async ValueTask<ConnectionContext?> TakeAsync(CancellationToken cancellationToken)
    {
        while (await channel.Reader.WaitToReadAsync(cancellationToken))
            if (channel.Reader.TryRead(out var connection))
                return connection;
        return null;
    }

    /// <summary>Nothing more is added. A fault is handed to whoever takes next.</summary>
    public void Close(Exception? fault = null) => channel.Writer.TryComplete(fault);
}
