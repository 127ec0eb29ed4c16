using CollectiveImpact.Exchange.Keys;
using CollectiveImpact.V1;
using Microsoft.Extensions.Logging;

namespace CollectiveImpact.Exchange.Links;

/// <summary>The parent's end of links: children dial it.</summary>
internal sealed partial class ChildLinks(LinkEnd end, ILogger<ChildLinks> logger)
{
    /// <summary>Exchanges with a child that has dialled, until its stream ends.</summary>
    /// <exception cref="LinkFault">The child may not exchange, or speaks wrongly; it is to be told why.</exception>
    public async Task ServeAsync(LinkStream stream, CancellationToken cancellationToken)
    {
        // Who dials and says nothing, because it is gone or cut off, is not waited for for ever.
        if (await stream.NextAsync(cancellationToken).WaitAsync(LinkTimes.Handshake, end.Time, cancellationToken) is not { } first) return;
        using var handshake = end.Board.Telemetry.BeginHandshake();
        var hello = first.Hello;
        var node = LinkHandshake.Read(hello, out var key);
        if (hello.Level >= end.Self.Level)
            throw new LinkFault($"this node is {end.Self.Level}, and takes links from levels below; the peer is {hello.Level}");
        var taken = end.Tokens.Check(hello.Token, LinkTokens.Link, node, key.PublicKey, nonce: null);
        var (outcome, greeting) = await end.Log.WriteAsync(
            transaction =>
            {
                TokenTable.Take(transaction, taken);
                var (met, outcome) = LinkHandshake.Meet(transaction, LinkHandshake.Answer(transaction, node), hello, key);
                return (outcome, Greeting.Read(transaction, met));
            },
            cancellationToken);
        var link = greeting.Link;
        if (outcome == Reconciled.Ready) end.Board.Telemetry.Of(link.Id).Opened(handshake, node);
        var session = end.Board.Begin(link, cancellationToken);
        try
        {
            var (token, _) = end.Tokens.Create(LinkTokens.Link, node, taken.Id);
            await stream.SendAsync(greeting.Say(end, token), session.Token);
            await ExchangeAsync(stream, hello, link, outcome, session);
        }
        finally
        {
            end.Board.End(link, session);
        }
    }

    private async Task ExchangeAsync(LinkStream stream, Hello hello, StoredLink link, Reconciled outcome, LinkBoard.Session session)
    {
        var status = end.Board.Status(link);
        if (outcome != Reconciled.Ready)
        {
            // The child learns it from this end's Hello, and dials again.
            status.Closed("one of the two logs was rolled back; the child has been told");
            return;
        }

        status.Open();
        Log.Opened(logger, link.Id, link.Peer!.Value.Fingerprint);
        try
        {
            await new LinkSession(link, end, status, stream).RunAsync(hello, link.Show(hello.Level), session.Token);
            status.Closed("");
        }
        catch (LinkFault fault)
        {
            status.Closed(fault.Message);
            throw;
        }
        catch (Exception exception) when (LinkSession.IsBroken(exception))
        {
            // The stream is gone, and the child dials again; or it was ended here, and the child is told why.
            status.Closed(session.Reason ?? exception.Message);
            Log.Closed(logger, link.Id, session.Reason ?? exception.Message);
            if (session.Reason is { } reason) throw new LinkFault(reason);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(20, LogLevel.Information, "Link {Link} with node {Node} is open")]
        public static partial void Opened(ILogger logger, string link, string node);

        [LoggerMessage(21, LogLevel.Information, "Link {Link} is closed: {Reason}")]
        public static partial void Closed(ILogger logger, string link, string reason);
    }
}
