using System.Text.Json;
using Grpc.Core;
using Grpc.Net.Client;

namespace CollectiveImpact.Faults.Tests.Nodes;

/// <summary>One node, as those who report to it and its operator speak to it, wherever it runs.</summary>
internal sealed class NodeClient : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http;
    private readonly GrpcChannel _channel;
    private readonly IReadOnlyList<string> _folders;

    /// <param name="name">What it is called in messages.</param>
    /// <param name="address">Where it is called.</param>
    /// <param name="folders">Its data folder; of replicas that of each.</param>
    public NodeClient(string name, string address, params IReadOnlyList<string> folders)
    {
        (Name, _folders) = (name, folders);
        // A client, not its handler: with a handler the channel would dial at intervals of its own after a node was away.
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false, ConnectTimeout = Deadline }) { Timeout = Timeout.InfiniteTimeSpan };
        _channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions { HttpClient = _http });
        (Registry, Charter, Measurement) = (new(_channel), new(_channel), new(_channel));
    }

    public string Name { get; }

    public V1.Nest.NestClient Registry { get; }

    public V1.Charter.CharterClient Charter { get; }

    public SharedMeasurement.SharedMeasurementClient Measurement { get; }

    /// <summary>The node and its links.</summary>
    /// <exception cref="RpcException">UNAVAILABLE while it is on its way up.</exception>
    public Task<NodeStatus> StatusAsync(CancellationToken cancellationToken) => AsOperatorAsync(
        async (node, options) => await node.GetStatusAsync(new GetStatusRequest(), options), Deadline, cancellationToken);

    /// <summary>What its operator's check finds wrong, in words.</summary>
    public Task<List<string>> VerifyAsync(CancellationToken cancellationToken) => AsOperatorAsync(
        async (node, options) =>
        {
            using var call = node.Verify(new VerifyRequest(), options);
            List<string> faults = [];
            await foreach (var answer in call.ResponseStream.ReadAllAsync(options.CancellationToken))
                faults.AddRange(answer.Faults.Select(fault => $"{fault.Initiative} {fault.Kind} {fault.Id}: {fault.Fault}"));
            return faults;
        },
        Deadline * 6, cancellationToken);

    /// <summary>All that stands as reported of an initiative.</summary>
    public async Task<List<StandingReport>> ReportsAsync(string initiative, CancellationToken cancellationToken)
    {
        List<StandingReport> reports = [];
        for (var token = ""; ;)
        {
            var page = await Measurement.ListReportsAsync(
                new ListReportsRequest { Initiative = initiative, PageSize = 1000, PageToken = token }, Options(Deadline, cancellationToken));
            reports.AddRange(page.Reports);
            if ((token = page.NextPageToken).Length == 0) return reports;
        }
    }

    public async Task<Series> SeriesAsync(string initiative, CancellationToken cancellationToken) => await Measurement.GetSeriesAsync(
        new GetSeriesRequest { Initiative = initiative, Indicator = Agreement.Indicator }, Options(Deadline, cancellationToken));

    /// <summary>Who holds shared measurement for an initiative, as the node knows it.</summary>
    public async Task<FunctionState> HoldingAsync(string initiative, CancellationToken cancellationToken) =>
        (await Charter.GetFunctionMapAsync(new GetFunctionMapRequest { Initiative = initiative }, Options(Deadline, cancellationToken)))
            .Functions.Single(state => state.Function == Function.EstablishSharedMeasurement);

    public void Dispose()
    {
        _channel.Dispose();
        _http.Dispose();
    }

    private static CallOptions Options(TimeSpan deadline, CancellationToken cancellationToken) =>
        new(deadline: DateTime.UtcNow + deadline, cancellationToken: cancellationToken);

    // Of replicas, the one that holds the log answers.
    private async Task<T> AsOperatorAsync<T>(Func<V1.Operator.OperatorClient, CallOptions, Task<T>> call, TimeSpan deadline, CancellationToken cancellationToken)
    {
        var last = new RpcException(new Status(StatusCode.Unavailable, $"{Name} has no folder"));
        foreach (var folder in _folders)
        {
            try
            {
                var (address, token) = Read(Path.Combine(folder, "operator.json"));
                using var channel = GrpcChannel.ForAddress(address);
                return await call(
                    new(channel), Options(deadline, cancellationToken).WithHeaders(new Metadata { { "authorization", $"Bearer {token}" } }));
            }
            catch (RpcException exception) when (exception.StatusCode is StatusCode.Unavailable or StatusCode.Unauthenticated)
            {
                // Unauthenticated: it has started again, and has yet to write its token.
                last = new RpcException(new Status(StatusCode.Unavailable, $"{Name}: {exception.Status.Detail}"));
            }
        }

        throw last;
    }

    private static (string Address, string Token) Read(string file)
    {
        try
        {
            using var read = JsonDocument.Parse(File.ReadAllBytes(file));
            return (read.RootElement.GetProperty("address").GetString()!, read.RootElement.GetProperty("token").GetString()!);
        }
        catch (IOException exception)
        {
            throw new RpcException(new Status(StatusCode.Unavailable, exception.Message));
        }
    }
}
