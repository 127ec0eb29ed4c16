using CollectiveImpact.Cli.Failures;
using CollectiveImpact.V1;
using Grpc.Core;
using Grpc.Net.Client;

namespace CollectiveImpact.Cli.Nodes;

/// <summary>A node, spoken to as its operator.</summary>
internal sealed class OperatorConnection : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Connecting = TimeSpan.FromSeconds(5);

    private readonly GrpcChannel channel;
    private readonly Metadata headers;

    public OperatorConnection(Uri address, string token)
    {
        Address = Addresses.Show(address);
        headers = new() { { "authorization", $"Bearer {token}" } };
        channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions
        {
            HttpHandler = new SocketsHttpHandler { UseProxy = false, ConnectTimeout = Connecting },
            DisposeHttpClient = true,
        });
        Operator = new(channel);
        Registry = new(channel);
        Charter = new(channel);
    }

    public string Address { get; }

    public Operator.OperatorClient Operator { get; }

    public V1.Nest.NestClient Registry { get; }

    public Charter.CharterClient Charter { get; }

    /// <summary>Makes a call that has one answer.</summary>
    /// <exception cref="CliFailure">It did not work.</exception>
    public async Task<T> CallAsync<T>(Func<CallOptions, AsyncUnaryCall<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            // A deadline is held against the system's clock, whatever clock the command goes by.
            return await call(new(headers, (TimeProvider.System.GetUtcNow() + Deadline).UtcDateTime, cancellationToken));
        }
        catch (RpcException e)
        {
            throw Failure(e, cancellationToken);
        }
    }

    /// <summary>Reads answers until there are no more. However long it takes: the node says how far it is.</summary>
    /// <exception cref="CliFailure">It broke off.</exception>
    public async Task ReadAsync<T>(
        Func<CallOptions, AsyncServerStreamingCall<T>> call, Func<T, ValueTask> take, CancellationToken cancellationToken)
    {
        using var answers = call(new(headers, cancellationToken: cancellationToken));
        while (await MoveNextAsync(answers, cancellationToken))
            await take(answers.ResponseStream.Current);
    }

    public void Dispose() => channel.Dispose();

    private async Task<bool> MoveNextAsync<T>(AsyncServerStreamingCall<T> answers, CancellationToken cancellationToken)
    {
        try
        {
            return await answers.ResponseStream.MoveNext(cancellationToken);
        }
        catch (RpcException e)
        {
            throw Failure(e, cancellationToken);
        }
    }

    private Exception Failure(RpcException e, CancellationToken cancellationToken) => cancellationToken.IsCancellationRequested
        ? new OperationCanceledException(e.Message, e, cancellationToken)
        : CallFailure.Of(e, Address);
}
