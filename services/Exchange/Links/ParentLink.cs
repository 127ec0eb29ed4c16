using CollectiveImpact.Exchange.Keys;
using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace CollectiveImpact.Exchange.Links;

/// <summary>The child's end of one link: dials its parent, for ever.</summary>
internal sealed partial class ParentLink(LinkEnd end, StoredLink link, IParentCalls calls, ILogger logger)
{
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        var status = end.Board.Status(link);
        for (var attempt = 1; !cancellationToken.IsCancellationRequested; attempt++)
        {
            var (reason, delay) = ("", LinkTimes.Unreachable(attempt, end.Random));
            try
            {
                status.Connecting();
                await ExchangeAsync(status, () => attempt = 0, cancellationToken);
            }
            catch (LinkFault fault)
            {
                (reason, delay) = (fault.Message, LinkTimes.Stopped);
            }
            catch (Exception exception)
            {
                if (cancellationToken.IsCancellationRequested) return;
                // Whatever it was, the link is tried again: nobody else would begin it anew.
                if (!LinkSession.IsBroken(exception)) Log.Unforeseen(logger, exception, link.Id);
                reason = exception is RpcException rpc ? rpc.Status.Detail : exception.Message;
                if (attempt == 0) delay = LinkTimes.Unreachable(1, end.Random);
            }

            Log.Broken(logger, link.Id, link.Address!, reason, delay.TotalSeconds);
            status.Waiting(reason, end.Time.GetUtcNow() + delay, stopped: delay == LinkTimes.Stopped);
            await Task.Delay(delay, end.Time, cancellationToken);
        }
    }

    private async Task ExchangeAsync(LinkStatus status, Action opened, CancellationToken cancellationToken)
    {
        var session = end.Board.Begin(link, cancellationToken);
        try
        {
            var (stream, call) = calls.Dial(session.Token);
            using (call) await ExchangeAsync(stream, status, opened, session.Token);
        }
        catch (Exception exception) when (session.Reason is { } reason && LinkSession.IsBroken(exception))
        {
            throw new IOException(reason, exception);
        }
        finally
        {
            end.Board.End(link, session);
        }
    }

    private async Task ExchangeAsync(LinkStream stream, LinkStatus status, Action opened, CancellationToken cancellationToken)
    {
        using var handshake = end.Board.Telemetry.BeginHandshake();
        var parent = link.Peer ?? throw new LinkFault("the link has no parent; join it by an invitation");
        var (token, tokenId) = end.Tokens.Create(LinkTokens.Link, parent, nonce: null);
        var greeting = await end.Log.WriteAsync(
            transaction => Greeting.Read(transaction, LinkTable.ById(transaction, link.Id)!), cancellationToken);
        await stream.SendAsync(greeting.Say(end, token), cancellationToken);
        var first = await stream.NextAsync(cancellationToken).WaitAsync(LinkTimes.Handshake, end.Time, cancellationToken)
            ?? throw new IOException("the parent closed the stream without a word");
        if (first.Stop is { } stop) throw new LinkFault(stop.Reason);
        var hello = LinkHandshake.Read(first.Hello, out var key);
        if (hello != parent) throw new LinkFault($"the node that was dialled is {hello}, and this link belongs to {parent}");
        end.Tokens.Check(first.Hello.Token, LinkTokens.Link, parent, key.PublicKey, tokenId);

        var (met, outcome) = await end.Log.WriteAsync(
            transaction => LinkHandshake.Meet(transaction, greeting.Link, first.Hello, key), cancellationToken);
        opened();
        if (outcome != Reconciled.Ready) throw new IOException("one of the two logs was rolled back; the two ends greet each other again");
        status.Open();
        status.Telemetry.Opened(handshake, parent);
        Log.Opened(logger, link.Id, parent.Fingerprint);
        await new LinkSession(met, end, status, stream).RunAsync(first.Hello, met.Show(first.Hello.Level), cancellationToken);
        throw new IOException("the parent closed the stream");
    }

    private static partial class Log
    {
        [LoggerMessage(13, LogLevel.Error, "Link {Link} has met what nobody foresaw")]
        public static partial void Unforeseen(ILogger logger, Exception exception, string link);

        [LoggerMessage(10, LogLevel.Information, "Link {Link} to parent node {Node} is open")]
        public static partial void Opened(ILogger logger, string link, string node);

        [LoggerMessage(11, LogLevel.Warning, "Link {Link} to {Address} is broken: {Reason}. Next try in {Seconds:0.0} s")]
        public static partial void Broken(ILogger logger, string link, string address, string reason, double seconds);
    }
}
