using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CollectiveImpact.Hosting.OnePort;

/// <summary>
/// Kestrel's socket transport with a fork in it: connections to a shared port go to its HTTP/1.1 or its HTTP/2
/// endpoint. No byte is copied, and there is no second port. Other endpoints are left to Kestrel's own transport.
/// </summary>
internal sealed class SharedPortTransport(
    IOptions<SocketTransportOptions> options, TimeProvider time, ILoggerFactory loggers)
    : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    private readonly SocketTransportFactory sockets = new(options, loggers);
    private readonly ILogger logger = loggers.CreateLogger<SharedPortTransport>();

    public bool CanBind(EndPoint endpoint) => endpoint is SharedEndPoint or Http2EndPoint;

    public async ValueTask<IConnectionListener> BindAsync(
        EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        if (endpoint is Http2EndPoint http2)
            return new Http2Listener(http2);

        var shared = (SharedEndPoint)endpoint;
        var socket = await sockets.BindAsync(new IPEndPoint(shared.Address, shared.Port), cancellationToken);
        shared.Http2.Address = socket.EndPoint;
        return new SharedPortListener(socket, shared.Http2.Connections, time, logger);
    }
}
