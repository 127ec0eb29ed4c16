using System.Diagnostics;
using Grpc.Core;
using Grpc.Net.Client;
using Yarp.ReverseProxy.Forwarder;

namespace CollectiveImpact.Gateway.Nodes;

/// <summary>One of the gateway's nodes: its connections, and the two ways in which they are used.</summary>
internal sealed class NodeChannel : IDisposable
{
    // A snapshot of a large nest's function maps comes in few messages.
    private const int MaxReceiveMessageSize = 64 * 1024 * 1024;

    private readonly SocketsHttpHandler connections;
    private readonly GrpcChannel channel;

    public NodeChannel(Uri address)
    {
        Address = address;
        connections = new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            // A connection carries a hundred calls at a time; beyond that there are several.
            EnableMultipleHttp2Connections = true,
            ConnectTimeout = TimeSpan.FromSeconds(2),
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            // A watch may be silent for hours: pings notice a node that has gone without a word.
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.Always,
            KeepAlivePingDelay = TimeSpan.FromSeconds(15),
            KeepAlivePingTimeout = TimeSpan.FromSeconds(5),
            ActivityHeadersPropagator = new ReverseProxyPropagator(DistributedContextPropagator.Current),
        };
        // Given a client instead of the handler, the channel does not dial on its own and at its own pace, which
        // backs off for up to two minutes.
        channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions
        {
            HttpClient = new HttpClient(connections, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan },
            DisposeHttpClient = true,
            MaxReceiveMessageSize = MaxReceiveMessageSize,
        });
        Calls = channel.CreateCallInvoker();
        Forwarding = new HttpMessageInvoker(connections, disposeHandler: false);
    }

    public Uri Address { get; }

    /// <summary>For the gateway's own calls.</summary>
    public CallInvoker Calls { get; }

    /// <summary>For calls that pass through.</summary>
    public HttpMessageInvoker Forwarding { get; }

    public void Dispose()
    {
        channel.Dispose();
        Forwarding.Dispose();
        connections.Dispose();
    }
}
