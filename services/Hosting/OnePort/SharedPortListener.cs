using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;

namespace CollectiveImpact.Hosting.OnePort;

/// <summary>
/// The socket of a shared port. Each connection's first bytes are awaited on their own, so that one that stays
/// silent keeps no other waiting.
/// </summary>
internal sealed partial class SharedPortListener : IConnectionListener
{
    // A browser opens connections ahead of need and says nothing on them; whoever speaks HTTP/2 does so at once.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly IConnectionListener socket;
    private readonly ConnectionQueue http1 = new();
    private readonly ConnectionQueue http2;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly CancellationTokenSource stopping = new();
    private readonly TaskCompletionSource idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    // The loop that accepts counts as one.
    private int busy = 1;

    public SharedPortListener(IConnectionListener socket, ConnectionQueue http2, TimeProvider time, ILogger logger)
    {
        this.socket = socket;
        this.http2 = http2;
        this.time = time;
        this.logger = logger;
        _ = AcceptAllAsync();
    }

    public EndPoint EndPoint => socket.EndPoint;

    public ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default) =>
        http1.TakeAsync(cancellationToken);

    public async ValueTask UnbindAsync(CancellationToken cancellationToken = default)
    {
        await stopping.CancelAsync();
        await socket.UnbindAsync(cancellationToken);
        await idle.Task;
        http1.Close();
    }

    public async ValueTask DisposeAsync()
    {
        await socket.DisposeAsync();
        stopping.Dispose();
    }

    private async Task AcceptAllAsync()
    {
        try
        {
            while (await socket.AcceptAsync() is { } connection)
            {
                Interlocked.Increment(ref busy);
                _ = SortAsync(connection);
            }
        }
        catch (Exception fault)
        {
            // Kestrel asks for the next connection, and then hears of it.
            http1.Close(fault);
        }
        finally
        {
            Finish();
        }
    }

    private async Task SortAsync(ConnectionContext connection)
    {
        try
        {
            var queue = await IsHttp2Async(connection) ? http2 : http1;
            if (!queue.TryAdd(connection))
                await DropAsync(connection, "The server is stopping.");
        }
        catch (OperationCanceledException)
        {
            await DropAsync(connection, "The server is stopping.");
        }
        catch (Exception fault)
        {
            Log.BrokeOff(logger, connection.ConnectionId, fault);
            await DropAsync(connection, "The connection broke before it began.");
        }
        finally
        {
            Finish();
        }
    }

    /// <summary>Silence counts as HTTP/1.1, where Kestrel has limits for it.</summary>
    private async ValueTask<bool> IsHttp2Async(ConnectionContext connection)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stopping.Token);
        try
        {
            return await Preface.IsNextAsync(connection.Transport.Input, either.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            return false;
        }
    }

    private static ValueTask DropAsync(ConnectionContext connection, string reason)
    {
        connection.Abort(new ConnectionAbortedException(reason));
        return connection.DisposeAsync();
    }

    private void Finish()
    {
        if (Interlocked.Decrement(ref busy) == 0)
            idle.SetResult();
    }

    private static partial class Log
    {
        [LoggerMessage(200, LogLevel.Debug, "Connection {Connection} broke before it said which protocol it speaks.")]
        public static partial void BrokeOff(ILogger logger, string connection, Exception fault);
    }
}
