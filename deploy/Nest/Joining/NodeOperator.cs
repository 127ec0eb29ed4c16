using System.Text.Json;
using CollectiveImpact.V1;
using Grpc.Core;
using Grpc.Net.Client;

namespace CollectiveImpact.Nest.Joining;

/// <summary>Speaks to one node as its operator, by the file that it writes into its data folder.</summary>
/// <param name="folder">The node's data folder.</param>
internal sealed class NodeOperator(string folder)
{
    /// <summary>Makes one call, by what the file says now: each start of the node has another token.</summary>
    /// <exception cref="RpcException">UNAVAILABLE while the node is on its way up.</exception>
    public async Task<T> CallAsync<T>(Func<Operator.OperatorClient, CallOptions, AsyncUnaryCall<T>> call, CallOptions options)
    {
        var (address, token) = Read();
        using var channel = GrpcChannel.ForAddress(address);
        try
        {
            return await call(new(channel), options.WithHeaders(new Metadata { { "authorization", $"Bearer {token}" } }));
        }
        catch (RpcException exception) when (exception.StatusCode == StatusCode.Unauthenticated)
        {
            throw NotYet("the node has started again, and has yet to write its token");
        }
    }

    private (string Address, string Token) Read()
    {
        try
        {
            using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "operator.json")));
            return (file.RootElement.GetProperty("address").GetString()!, file.RootElement.GetProperty("token").GetString()!);
        }
        catch (IOException exception)
        {
            throw NotYet(exception.Message);
        }
    }

    private static RpcException NotYet(string why) => new(new Status(StatusCode.Unavailable, why));
}
