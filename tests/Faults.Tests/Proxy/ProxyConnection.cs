using System.Net;
using System.Net.Sockets;

namespace CollectiveImpact.Faults.Tests.Proxy;

/// <summary>One connection through a proxy: who dialled, and the target that was dialled for it.</summary>
internal sealed class ProxyConnection(Socket dialler, Conditions conditions, CancellationToken cancellationToken)
{
    private readonly Socket _target = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly CancellationTokenSource _end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

    /// <summary>Passes on what either side says until both have ended. Where one breaks, the other is reset.</summary>
    /// <param name="target">The port of loopback to dial; null when nobody is there.</param>
    public async Task RunAsync(Func<CancellationToken, ValueTask<int?>> target)
    {
        try
        {
            await conditions.MovingAsync(_end.Token);
            if (await target(_end.Token) is not { } port) return;
            await _target.ConnectAsync(IPAddress.Loopback, port, _end.Token);
            Task[] ways = [PumpAsync(dialler, _target, up: true), PumpAsync(_target, dialler, up: false)];
            // One that has ended leaves the other open; one that broke does not.
            await await Task.WhenAny(ways);
            await Task.WhenAll(ways);
            dialler.Close();
            _target.Close();
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException or ObjectDisposedException or CutOffException)
        {
            // A side is gone, or was to be cut off: the other learns it the hard way, which is what a proxy can do.
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Ends it with a reset to both sides. One that has ended stays as it is.</summary>
    public void Reset()
    {
        _end.Cancel();
        foreach (var socket in (Socket[])[dialler, _target])
        {
            try
            {
                socket.LingerState = new LingerOption(true, 0);
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                // It is closed already.
            }

            socket.Close();
        }
    }

    private async Task PumpAsync(Socket from, Socket to, bool up)
    {
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var read = await ReadAsync(from, buffer);
            if (read == 0)
            {
                to.Shutdown(SocketShutdown.Send);
                return;
            }

            for (var rest = buffer.AsMemory(0, read); rest.Length > 0;)
            {
                var (bytes, cut) = await conditions.PassAsync(rest.Length, _end.Token);
                for (var sent = 0; sent < bytes;) sent += await to.SendAsync(rest[sent..bytes], _end.Token);
                conditions.Passed(bytes, up);
                if (cut) throw new CutOffException();
                rest = rest[bytes..];
            }
        }
    }

    // That a side has ended or broken is not passed on either while the way is stalled.
    private async Task<int> ReadAsync(Socket from, byte[] buffer)
    {
        try
        {
            var read = await from.ReceiveAsync(buffer, _end.Token);
            conditions.Took(read);
            if (read == 0) await conditions.MovingAsync(_end.Token);
            return read;
        }
        catch (SocketException)
        {
            await conditions.MovingAsync(_end.Token);
            throw;
        }
    }

    /// <summary>The connection had been given so many bytes, and they have passed.</summary>
    private sealed class CutOffException : Exception;
}
