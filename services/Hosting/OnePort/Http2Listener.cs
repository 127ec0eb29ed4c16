using System.Net;
using Microsoft.AspNetCore.Connections;

namespace CollectiveImpact.Hosting.OnePort;

/// <summary>Accepts what the socket of a shared port has recognised as HTTP/2.</summary>
internal sealed class Http2Listener(Http2EndPoint endPoint) : IConnectionListener
{
    public EndPoint EndPoint => endPoint;

    public ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default) =>
        endPoint.Connections.TakeAsync(cancellationToken);

    public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
    {
        endPoint.Connections.Close();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => UnbindAsync();
}
