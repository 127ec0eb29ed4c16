using CollectiveImpact.NestFolder.Calls;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Net.Client;
using CharterClient = CollectiveImpact.V1.Charter.CharterClient;
using MeasurementClient = CollectiveImpact.V1.SharedMeasurement.SharedMeasurementClient;
using RegistryClient = CollectiveImpact.V1.Nest.NestClient;

namespace CollectiveImpact.NestLoading;

/// <summary>The nest as everybody calls it: through the gateway's one port, or one node of it at its own.</summary>
public sealed class NestConnection : IDisposable
{
    private readonly GrpcChannel channel;

    /// <param name="address">Where it answers, <c>http://127.0.0.1:8080</c>.</param>
    /// <param name="header">What each call says of who makes it; null for nothing.</param>
    public NestConnection(string address, Func<(string Name, string Value)>? header = null)
    {
        var connections = new SocketsHttpHandler
        {
            UseProxy = false,
            EnableMultipleHttp2Connections = true,
            ConnectTimeout = TimeSpan.FromSeconds(2),
        };
        channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions
        {
            HttpHandler = header is null ? connections : new Saying(header) { InnerHandler = connections },
            DisposeHttpClient = true,
            // A process that was killed is back within a second.
            InitialReconnectBackoff = TimeSpan.FromMilliseconds(50),
            MaxReconnectBackoff = TimeSpan.FromMilliseconds(500),
        });
        Registry = new(channel);
        Charter = new(channel);
        Measurement = new(channel);
    }

    /// <summary>Who is in the nest.</summary>
    public RegistryClient Registry { get; }

    /// <summary>Who holds which function.</summary>
    public CharterClient Charter { get; }

    /// <summary>What is measured.</summary>
    public MeasurementClient Measurement { get; }

    /// <summary>Makes a call whose messages are known only now.</summary>
    internal Task<IMessage> CallAsync(CallRow call, CallOptions options)
    {
        var method = new Method<IMessage, IMessage>(
            MethodType.Unary, call.Method.Service.FullName, call.Method.Name, Marshal(call.Method.InputType), Marshal(call.Method.OutputType));
        return channel.CreateCallInvoker().AsyncUnaryCall(method, null, options, call.Request).ResponseAsync;
    }

    /// <inheritdoc/>
    public void Dispose() => channel.Dispose();

    /// <summary>Adds a header to every call.</summary>
    private sealed class Saying(Func<(string Name, string Value)> header) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var (name, value) = header();
            request.Headers.TryAddWithoutValidation(name, value);
            return base.SendAsync(request, cancellationToken);
        }
    }

    private static Marshaller<IMessage> Marshal(MessageDescriptor type) =>
        Marshallers.Create(message => message.ToByteArray(), type.Parser.ParseFrom);
}
