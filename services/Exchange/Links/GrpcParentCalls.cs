using CollectiveImpact.V1;
using Grpc.Net.Client;

namespace CollectiveImpact.Exchange.Links;

/// <summary>A parent that is dialled over gRPC.</summary>
internal sealed class GrpcParentCalls : IParentCalls
{
    private readonly HttpClient _client;
    private readonly GrpcChannel _channel;

    public GrpcParentCalls(string address)
    {
        // A client, not its handler: with a handler the channel would dial by itself, at its own intervals.
        _client = new HttpClient(new SocketsHttpHandler
        {
            ConnectTimeout = LinkTimes.Handshake,
            KeepAlivePingDelay = LinkTimes.Heartbeat,
            KeepAlivePingTimeout = LinkTimes.Heartbeat,
        })
        { Timeout = Timeout.InfiniteTimeSpan };
        _channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions { HttpClient = _client });
    }

    public (LinkStream Stream, IDisposable Call) Dial(CancellationToken cancellationToken)
    {
        var call = new V1.Exchange.ExchangeClient(_channel).Link(cancellationToken: cancellationToken);
        return (new LinkStream(call.ResponseStream, call.RequestStream.WriteAsync), call);
    }

    public async Task<JoinResponse> JoinAsync(JoinRequest request, CancellationToken cancellationToken) =>
        await new V1.Exchange.ExchangeClient(_channel).JoinAsync(
            request, deadline: DateTime.UtcNow + LinkTimes.Handshake, cancellationToken: cancellationToken);

    public void Dispose()
    {
        _channel.Dispose();
        _client.Dispose();
    }
}
