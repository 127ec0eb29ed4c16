using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace CollectiveImpact.Faults.Tests.Proxy;

/// <summary>
/// Stands on loopback between those who dial it and a target, and misbehaves as it is told: it stalls, throttles, cuts
/// off, resets and refuses. It can be told from any thread, while connections are in use.
/// </summary>
internal sealed class TcpProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<ProxyConnection, Task> _connections = [];
    private readonly CancellationTokenSource _end = new();
    private readonly Conditions _conditions;
    private readonly Func<CancellationToken, ValueTask<int?>> _target;
    private readonly Task _accepting;

    private TcpProxy(Func<CancellationToken, ValueTask<int?>> target, TimeProvider time)
    {
        (_target, _conditions) = (target, new Conditions(time));
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    public string Address => $"http://127.0.0.1:{Port}";

    /// <summary>Connections that stand, on either side.</summary>
    public int Connections => _connections.Count;

    /// <inheritdoc cref="Conditions.Cuts"/>
    public int Cuts => _conditions.Cuts;

    public Traffic Traffic => _conditions.Traffic;

    /// <summary>A proxy before one port of loopback.</summary>
    public static TcpProxy To(int port) => To(_ => ValueTask.FromResult<int?>(port));

    /// <summary>A proxy that asks at each new connection whom to dial.</summary>
    /// <param name="target">Tells a port of loopback; null when nobody is there, and the connection is reset.</param>
    public static TcpProxy To(Func<CancellationToken, ValueTask<int?>> target) => new(target, TimeProvider.System);

    /// <summary>From now on takes connections and bytes, passes nothing on, and closes nothing.</summary>
    public void Stall() => _conditions.Stall();

    /// <summary>From now on resets every new connection. Those that stand are left alone.</summary>
    public void Refuse() => _conditions.Refuse();

    /// <summary>From now on passes so many bytes a second, on each connection and each way.</summary>
    public void Throttle(int bytesPerSecond)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytesPerSecond, 1);
        _conditions.Throttle(bytesPerSecond);
    }

    /// <summary>Passes so many more bytes, whichever way, and then resets the connection that carried the last of them. Once.</summary>
    public void CutAfter(long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes, 1);
        _conditions.CutAfter(bytes);
    }

    /// <summary>Resets the connections that stand.</summary>
    public void Reset()
    {
        foreach (var connection in _connections.Keys) connection.Reset();
    }

    /// <summary>Ends whatever it was told; what it held back goes on.</summary>
    public void Heal() => _conditions.Heal();

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        Reset();
        await Task.WhenAll(_connections.Values);
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) Take(await _listener.AcceptSocketAsync(_end.Token));
        }
        catch (Exception exception) when (_end.IsCancellationRequested && exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The proxy ends.
        }
    }

    private void Take(Socket dialler)
    {
        dialler.NoDelay = true;
        var connection = new ProxyConnection(dialler, _conditions, _end.Token);
        if (_conditions.Refusing)
        {
            connection.Reset();
            return;
        }

        // Known before it runs, so that a reset finds it.
        var begin = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _connections[connection] = RunAsync(connection, begin.Task);
        begin.SetResult();
    }

    private async Task RunAsync(ProxyConnection connection, Task begin)
    {
        await begin;
        await connection.RunAsync(_target);
        _connections.TryRemove(connection, out _);
    }
}
