using Grpc.Net.Client;
using CharterClient = CollectiveImpact.V1.Charter.CharterClient;
using MeasurementClient = CollectiveImpact.V1.SharedMeasurement.SharedMeasurementClient;
using RegistryClient = CollectiveImpact.V1.Nest.NestClient;

namespace CollectiveImpact.Nest.Loading;

/// <summary>The nest as everybody calls it: through the gateway's one port.</summary>
internal sealed class Gateway : IDisposable
{
    private readonly GrpcChannel channel;

    public Gateway(string address)
    {
        channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions
        {
            HttpHandler = new SocketsHttpHandler
            {
                UseProxy = false,
                EnableMultipleHttp2Connections = true,
                ConnectTimeout = TimeSpan.FromSeconds(2),
            },
            DisposeHttpClient = true,
            // It is on this machine, and back within a second when it was killed.
            InitialReconnectBackoff = TimeSpan.FromMilliseconds(50),
            MaxReconnectBackoff = TimeSpan.FromMilliseconds(500),
        });
        Registry = new(channel);
        Charter = new(channel);
        Measurement = new(channel);
    }

    public RegistryClient Registry { get; }

    public CharterClient Charter { get; }

    public MeasurementClient Measurement { get; }

    public void Dispose() => channel.Dispose();
}
