using CollectiveImpact.Nest.Processes;

namespace CollectiveImpact.Faults.Tests.Replicas;

/// <summary>One of several processes of a service that share its database and its key. Nobody starts it again but the test.</summary>
internal sealed class Replica(Service service, string logs) : IAsyncDisposable
{
    private readonly ServiceLog _log = new(Path.Combine(logs, $"{service.Name}.log"));
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });
    private ChildProcess? _process;
    private Task? _ended;

    public Service Service => service;

    public void Start()
    {
        _process = ChildProcess.Start(service, _log);
        Volatile.Write(ref _ended, _process.WaitForEndAsync());
    }

    /// <summary>Ends it with SIGKILL.</summary>
    public async Task KillAsync()
    {
        if (_process is not { } process) return;
        var ended = _ended!;
        Volatile.Write(ref _ended, null);
        _process = null;
        process.Kill();
        await ended;
        process.Dispose();
    }

    /// <summary>Whether it holds the log and takes calls.</summary>
    public Task<bool> IsReadyAsync(CancellationToken cancellationToken) => IsAsync("ready", cancellationToken);

    /// <summary>Whether it answers at all.</summary>
    public Task<bool> IsLiveAsync(CancellationToken cancellationToken) => IsAsync("live", cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _http.Dispose();
        _log.Dispose();
    }

    private async Task<bool> IsAsync(string how, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _ended) is { IsCompleted: true }) throw new InvalidOperationException($"{service.Name} has ended by itself: {string.Join(' ', _log.LastLines)}");
        try
        {
            using var answer = await _http.GetAsync($"{service.Address}/healthz/{how}", cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            // It is away, or on its way up.
            return false;
        }
    }
}
