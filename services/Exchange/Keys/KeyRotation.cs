using CollectiveImpact.Exchange.Links;
using CollectiveImpact.Exchange.Log;

namespace CollectiveImpact.Exchange.Keys;

/// <summary>Gives the node a new key: its id and its links stay.</summary>
internal sealed class KeyRotation(DocumentLog log, NodeKey key, LinkBoard board) : IDisposable
{
    // The file of the next key holds one.
    private readonly SemaphoreSlim _one = new(1);

    /// <returns>The key that signs now.</returns>
    /// <exception cref="IOException">The key's file can't be written.</exception>
    public async Task<SigningKey> RotateAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var next = await log.WriteAsync(Replace, cancellationToken);
            // Links show the key when they open.
            board.StopAll("this node has replaced its key, and greets anew");
            return next;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private SigningKey Replace(LogTransaction transaction)
    {
        // It stands in its file before the log knows it, so that a crash in between loses neither.
        var next = transaction.State.Signer.Next(transaction.LogId, transaction.Head);
        key.Propose(next);
        transaction.ReplaceKey(next);
        return next;
    }
}
