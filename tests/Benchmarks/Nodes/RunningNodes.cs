using CollectiveImpact.Nest.Joining;
using CollectiveImpact.Nest.Processes;
using CollectiveImpact.NestLoading;
using CollectiveImpact.V1;
using Grpc.Core;
using Grpc.Net.Client;

namespace CollectiveImpact.Benchmarks.Nodes;

/// <summary>
/// The processes of a nest as the runner plans them. This is the one place that knows how they are started, and how they
/// find each other.
/// </summary>
internal sealed class RunningNodes : IAsyncDisposable
{
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(10);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nest-benchmark-");
    private readonly List<(Service Service, ChildProcess Process, ServiceLog Log)> _running = [];

    public RunningNodes() => Plan = ServicePlan.Create(_folder.FullName, 0);

    public ServicePlan Plan { get; }

    /// <summary>The processes of services that run.</summary>
    public IEnumerable<int> ProcessesOf(params IEnumerable<Service> services) =>
        services.Select(service => _running.Single(each => each.Service == service).Process.Id);

    /// <summary>Starts services, in this order, and waits until each answers.</summary>
    public async Task StartAsync(IEnumerable<Service> services, CancellationToken cancellationToken)
    {
        foreach (var service in services)
        {
            var log = new ServiceLog(Path.Combine(_folder.FullName, $"{service.Name}.log"));
            var process = ChildProcess.Start(service, log);
            _running.Add((service, process, log));
            var answers = AnswersAsync(service.Address, cancellationToken);
            if (await Task.WhenAny(answers, process.WaitForEndAsync(cancellationToken)) != answers)
                throw new InvalidOperationException($"{service.Name} has ended:{Environment.NewLine}{string.Join(Environment.NewLine, log.LastLines)}");
            await answers;
        }

        await JoinAsync(Plan.Provincial, Level.Provincial, Plan.National, cancellationToken);
        await JoinAsync(Plan.Local, Level.Local, Plan.Provincial, cancellationToken);
    }

    private async Task JoinAsync(Service child, Level level, Service parent, CancellationToken cancellationToken)
    {
        if (Runs(child) && Runs(parent)) await new Invited(new Patience(TimeProvider.System)).JoinAsync(child, level, parent, cancellationToken);
    }

    private bool Runs(Service service) => _running.Exists(each => each.Service == service);

    /// <summary>Ends services as an operator does.</summary>
    public async Task StopAsync(params IEnumerable<Service> services)
    {
        foreach (var service in services.ToArray())
        {
            var (_, process, log) = _running.Single(each => each.Service == service);
            process.AskToEnd();
            using var patience = new CancellationTokenSource(EndPatience);
            using (patience.Token.Register(process.Kill)) await process.WaitForEndAsync();
            process.Dispose();
            log.Dispose();
            _running.RemoveAll(each => each.Service == service);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Children first: while their parent is gone they dial in vain.
        await StopAsync(_running.Select(each => each.Service).Reverse());
        _folder.Delete(recursive: true);
    }

    /// <summary>A channel that does not wait between refused dials.</summary>
    public static GrpcChannel Channel(string address) => GrpcChannel.ForAddress(
        address, new GrpcChannelOptions { HttpClient = new HttpClient(new SocketsHttpHandler()), DisposeHttpClient = true });

    /// <summary>Waits until an address answers gRPC, in whatever words.</summary>
    public static async Task AnswersAsync(string address, CancellationToken cancellationToken)
    {
        using var channel = Channel(address);
        var client = new V1.Nest.NestClient(channel);
        while (true)
        {
            try
            {
                await client.ListLinksAsync(new ListLinksRequest(), deadline: DateTime.UtcNow.AddSeconds(5), cancellationToken: cancellationToken);
                return;
            }
            catch (RpcException exception) when (exception.StatusCode is not (StatusCode.Unavailable or StatusCode.DeadlineExceeded))
            {
                // The gateway has no such method without an initiative, and says so: it is up.
                cancellationToken.ThrowIfCancellationRequested();
                return;
            }
            catch (RpcException)
            {
                await Task.Delay(10, cancellationToken);
            }
        }
    }
}
