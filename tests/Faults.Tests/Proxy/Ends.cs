using System.Net;
using System.Net.Sockets;

namespace CollectiveImpact.Faults.Tests.Proxy;

/// <summary>A proxy, a target behind it, and connections from the one side to the other.</summary>
internal sealed class Ends : IAsyncDisposable
{
    private readonly TcpListener _target = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromMinutes(1));
    private readonly List<Socket> _sockets = [];

    public Ends()
    {
        _target.Start();
        Proxy = TcpProxy.To(((IPEndPoint)_target.LocalEndpoint).Port);
    }

    public TcpProxy Proxy { get; }

    public CancellationToken Patience => _patience.Token;

    /// <summary>Whether somebody has dialled the target who was not taken yet.</summary>
    public bool TargetIsDialled => _target.Pending();

    public async Task<Socket> DialAsync()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        _sockets.Add(socket);
        await socket.ConnectAsync(IPAddress.Loopback, Proxy.Port, Patience);
        return socket;
    }

    public async Task<(Socket Dialler, Socket Target)> ConnectAsync()
    {
        var dialler = await DialAsync();
        var target = await _target.AcceptSocketAsync(Patience);
        _sockets.Add(target);
        return (dialler, target);
    }

    /// <summary>Reads so many bytes, or those that came before the end.</summary>
    public async Task<byte[]> ReadAsync(Socket socket, int most = int.MaxValue)
    {
        var (buffer, all) = (new byte[4096], new List<byte>());
        while (all.Count < most)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(0, Math.Min(buffer.Length, most - all.Count)), Patience);
            if (read == 0) break;
            all.AddRange(buffer.AsSpan(0, read));
        }

        return [.. all];
    }

    /// <summary>Reads until the connection is reset, and returns what came before.</summary>
    public async Task<byte[]> ReadUntilResetAsync(Socket socket)
    {
        List<byte> all = [];
        var reset = await Assert.ThrowsAsync<SocketException>(async () =>
        {
            while (true)
            {
                var piece = await ReadAsync(socket, 1);
                Assert.NotEmpty(piece);
                all.AddRange(piece);
            }
        });
        Assert.Equal(SocketError.ConnectionReset, reset.SocketErrorCode);
        return [.. all];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var socket in _sockets) socket.Dispose();
        await Proxy.DisposeAsync();
        _target.Dispose();
        _patience.Dispose();
    }
}
